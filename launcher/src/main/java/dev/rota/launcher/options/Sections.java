package dev.rota.launcher.options;

import java.util.HashSet;
import java.util.Set;

/** The sections of the configuration. A key outside of them is a mistake; a key of another service's is not. */
public final class Sections {
    /** How to reach Kafka and the registry. */
    public static final Set<String> CONNECTION = Set.of("kafka", "schema");

    /** All of them. */
    public static final Set<String> ALL = Set.of(
            "kafka",
            "schema",
            "topics",
            "registry",
            "catalogues",
            "wanted",
            "discovery",
            "tester",
            "ranking",
            "rotations",
            "gateway",
            "monitor",
            "webhooks");

    private Sections() {}

    /** What every service knows, and what one knows besides. */
    public static Set<String> of(Set<String> own) {
        Set<String> sections = new HashSet<>(CONNECTION);
        sections.add("topics");
        sections.addAll(own);
        return sections;
    }
}
