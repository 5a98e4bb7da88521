package dev.rota.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.deployment.Manifests.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Kustomize, if the machine has one: by itself, or the one in kubectl. */
record Kustomize(List<String> command) {
    /** Skips the test where there is none, or one so old that it cannot read what is written for those of today. */
    static Kustomize orSkip() {
        Optional<Kustomize> found = Stream.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"))
                .map(Kustomize::new)
                .filter(Kustomize::isThere)
                .findFirst();
        Assumptions.assumeTrue(
                found.isPresent(),
                "SKIPPED: neither kustomize nor a kubectl of 1.22 or newer is on the PATH; nothing was built");
        return found.orElseThrow();
    }

    List<Manifest> build(String directory) {
        Path origin = Manifests.KUBERNETES.resolve(directory);
        List<String> words = new ArrayList<>(command);
        words.add(origin.toString());
        Run run = run(words);
        assertThat(run.exit()).as(run.output()).isZero();
        return Manifests.parse(origin, run.output());
    }

    private boolean isThere() {
        try {
            List<String> words = new ArrayList<>(command);
            words.add("--help");
            // Those before 1.22 carry a kustomize of 2019, which says nothing of this flag.
            return run(words).output().contains("--enable-helm");
        } catch (AssertionError e) {
            return false;
        }
    }

    private record Run(int exit, String output) {}

    private static Run run(List<String> words) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("cannot run " + words, e);
        }
    }
}
