package dev.rota.testsupport.kafka;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/**
 * Which backend tests run on, as the system property {@code rota.kafka} says: {@code container}, {@code inprocess}, or
 * {@code auto} (the default), which is containers where an engine runs that has both images already. A machine without
 * an engine is known at once, and nothing is ever fetched without being asked for.
 */
enum BackendChoice {
    CONTAINER,
    INPROCESS,
    AUTO;

    static final String PROPERTY = "rota.kafka";

    static BackendChoice of(String text) {
        for (BackendChoice choice : values()) {
            if (choice.name().equals(text.toUpperCase(Locale.ROOT))) {
                return choice;
            }
        }
        throw new IllegalArgumentException(
                "-D" + PROPERTY + " must be container, inprocess or auto, not \"" + text + "\"");
    }

    KafkaBackend start() {
        Optional<String> missing = this == AUTO ? missing() : Optional.empty();
        missing.ifPresent(reason -> System.out.println("[tests] no containers: " + reason));
        return this == INPROCESS || missing.isPresent() ? InProcessKafka.start() : ContainerKafka.start();
    }

    private static Optional<String> missing() {
        if (System.getenv("DOCKER_HOST") == null && !Files.exists(Path.of("/var/run/docker.sock"))) {
            return Optional.of("neither DOCKER_HOST nor /var/run/docker.sock is there");
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("no engine answers");
        }
        DockerClient engine = DockerClientFactory.instance().client();
        for (String image : new String[] {ContainerKafka.KAFKA_IMAGE, ContainerKafka.REGISTRY_IMAGE}) {
            try {
                engine.inspectImageCmd(image).exec();
            } catch (NotFoundException _) {
                return Optional.of("the engine has no image " + image + "; docker pull " + image);
            }
        }
        return Optional.empty();
    }
}
