package dev.rota.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstancesTest {
    @TempDir
    Path directory;

    @Test
    void anInstanceIsFoundWhileItIsAnnounced() throws Exception {
        Instances instances = new Instances(directory.resolve("running"));
        Instance instance = new Instance(
                ProcessHandle.current().pid(),
                Path.of("/somewhere"),
                "localhost:9092",
                "http://localhost:8081",
                "http://127.0.0.1:8080",
                Map.of("mine", URI.create("http://localhost:1/v1")));

        try (AutoCloseable _ = instances.announce(instance)) {
            assertThat(instances.running()).containsExactly(instance);
        }

        assertThat(instances.running()).isEmpty();
    }

    @Test
    void theFileOfADeadProcessIsSweptAway() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Instances instances = new Instances(directory);
        AutoCloseable _ = instances.announce(new Instance(dead.pid(), Path.of("/somewhere"), "k", "r", null, Map.of()));

        assertThat(instances.running()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }
}
