package dev.rota.ranking.service;

import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.policyfile.PolicyException;
import dev.rota.ranking.policyfile.PolicyReader;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.runtime.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The section {@code rotations}: which there are, and by which policy each is made. */
final class Rotations {
    private static final String SECTION = "rotations";
    private static final String STOCK = "stock";

    private Rotations() {}

    static List<Policy> read(Settings settings) {
        Set<String> names = settings.names(SECTION);
        if (names.isEmpty()) {
            return StockPolicies.all();
        }
        List<Policy> policies = new ArrayList<>();
        for (String name : names) {
            String key = SECTION + "." + name;
            String source = settings.text(key, STOCK);
            try {
                policies.add(named(name, source.equals(STOCK) ? stock(name) : file(source)));
            } catch (IllegalArgumentException | PolicyException e) {
                settings.problem(key, source, String.valueOf(e.getMessage()));
            }
        }
        return policies;
    }

    /** The files of those rotations whose policy is in one, by rotation. */
    static Map<String, Path> files(Settings settings) {
        Map<String, Path> files = new TreeMap<>();
        for (String name : settings.names(SECTION)) {
            String source = settings.text(SECTION + "." + name, STOCK);
            if (!source.equals(STOCK)) {
                files.put(name, Path.of(source));
            }
        }
        return files;
    }

    private static Policy stock(String name) {
        return StockPolicies.named(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("must be the path of a policy file: \"stock\" is only for "
                                + String.join(", ", StockPolicies.names())));
    }

    static Policy file(String source) {
        try {
            return PolicyReader.read(source, Files.readString(Path.of(source)));
        } catch (IOException e) {
            throw new IllegalArgumentException("must be the path of a readable policy file (" + e + ")", e);
        }
    }

    /** A rotation is named by its key; the policy's own name only says where it came from. */
    static Policy named(String name, Policy policy) {
        return new Policy(
                name,
                policy.description(),
                policy.order(),
                policy.size(),
                policy.eligibility(),
                policy.spread(),
                policy.steadiness());
    }
}
