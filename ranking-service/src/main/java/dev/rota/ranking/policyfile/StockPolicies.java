package dev.rota.ranking.policyfile;

import dev.rota.ranking.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The policies that come with Rota. */
public final class StockPolicies {
    private static final List<String> NAMES = List.of("speed", "quality", "balanced", "coding", "agent");

    private StockPolicies() {}

    /** Their names, the default first. */
    public static List<String> names() {
        return NAMES;
    }

    /** All of them, the default first. */
    public static List<Policy> all() {
        return NAMES.stream().map(name -> named(name).orElseThrow()).toList();
    }

    public static Optional<Policy> named(String name) {
        return yaml(name).map(yaml -> PolicyReader.read(name, yaml));
    }

    /** A stock policy's own file, for people who want to start from it. */
    public static Optional<String> yaml(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        try (InputStream in = StockPolicies.class.getResourceAsStream("/policies/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("policies/" + name + ".yaml is not on the classpath");
            }
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
