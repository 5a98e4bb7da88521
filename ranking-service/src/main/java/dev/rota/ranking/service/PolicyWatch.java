package dev.rota.ranking.service;

import dev.rota.ranking.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the files of policies have changed. A file that cannot be read, or holds no valid policy, changes
 * nothing but the log, once for each content. For one thread at a time.
 */
final class PolicyWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyWatch.class);
    private static final String UNREADABLE = "";

    private final Map<String, Path> files;
    private final Map<String, String> seen = new HashMap<>();
    private List<Policy> inForce;

    /**
     * @param policies those in force
     * @param files by rotation, those that come from files
     */
    PolicyWatch(List<Policy> policies, Map<String, Path> files) {
        this.inForce = policies;
        this.files = files;
        files.forEach((rotation, file) -> seen.put(rotation, content(file)));
    }

    /** The policies from now on; empty if they are what they were. */
    Optional<List<Policy>> changed() {
        List<Policy> now = new ArrayList<>();
        inForce.forEach(policy -> now.add(renewed(policy)));
        if (now.equals(inForce)) {
            return Optional.empty();
        }
        inForce = List.copyOf(now);
        return Optional.of(inForce);
    }

    private Policy renewed(Policy policy) {
        String rotation = policy.name();
        Path file = files.get(rotation);
        if (file == null) {
            return policy;
        }
        String content = content(file);
        if (content.equals(seen.put(rotation, content))) {
            return policy;
        }
        try {
            Policy renewed = Rotations.named(rotation, Rotations.file(file.toString()));
            LOG.info("policy changed rotation={} file={} policy={}", rotation, file, renewed.hash());
            return renewed;
        } catch (RuntimeException e) {
            LOG.warn("policy kept rotation={} file={} problem={}", rotation, file, e.getMessage());
            return policy;
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException _) {
            return UNREADABLE;
        }
    }
}
