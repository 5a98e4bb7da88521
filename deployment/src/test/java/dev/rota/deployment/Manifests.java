package dev.rota.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The YAML files of {@code deploy/}. */
final class Manifests {
    static final Path DEPLOY = Path.of("..", "deploy");
    static final Path KUBERNETES = DEPLOY.resolve("kubernetes");
    private static final YAMLMapper YAML = new YAMLMapper();

    private Manifests() {}

    /** One document of a file. */
    record Manifest(Path file, JsonNode content) {
        String kind() {
            return content.path("kind").asText();
        }

        String apiVersion() {
            return content.path("apiVersion").asText();
        }

        String name() {
            return content.path("metadata").path("name").asText();
        }

        /** The pods it makes; missing if it makes none. */
        JsonNode podSpec() {
            return content.path("spec").path("template").path("spec");
        }

        @Override
        public String toString() {
            return KUBERNETES.relativize(file) + ": " + kind() + " " + name();
        }
    }

    /** Every document that is a resource of a cluster. */
    static List<Manifest> all() {
        return files().stream()
                .flatMap(file -> read(file).stream())
                .filter(manifest ->
                        !manifest.kind().isEmpty() && !manifest.kind().equals("Kustomization"))
                .toList();
    }

    /** The one of that kind and name. */
    static Manifest named(String kind, String name) {
        return all().stream()
                .filter(manifest ->
                        manifest.kind().equals(kind) && manifest.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.walk(KUBERNETES)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Manifest> read(Path file) {
        try {
            return parse(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** @param origin where the text comes from, for messages */
    static List<Manifest> parse(Path origin, String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            List<Manifest> manifests = new ArrayList<>();
            while (documents.hasNextValue()) {
                manifests.add(new Manifest(origin, documents.nextValue()));
            }
            return manifests;
        } catch (IOException e) {
            throw new UncheckedIOException(origin + " is no YAML", e);
        }
    }
}
