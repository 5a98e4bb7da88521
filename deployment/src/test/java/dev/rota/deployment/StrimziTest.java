package dev.rota.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.deployment.Manifests.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrimziTest {
    private static final Path SCRIPT = Manifests.DEPLOY.resolve(Path.of("security", "acls.sh"));

    @Test
    void itsUsersMayDoWhatTheScriptAllows() throws IOException {
        Set<String> script = new TreeSet<>();
        for (String line : Files.readAllLines(SCRIPT)) {
            if (line.startsWith("$acls ")) {
                script.addAll(ofCommand(Arrays.asList(line.split(" "))));
            }
        }
        Set<String> users = new TreeSet<>();
        for (Manifest user : of("KafkaUser")) {
            assertThat(user.content().at("/metadata/labels/strimzi.io~1cluster").asText())
                    .isEqualTo(of("Kafka").getFirst().name());
            user.content().at("/spec/authorization/acls").forEach(rule -> users.addAll(ofRule(user.name(), rule)));
        }
        assertThat(users).isEqualTo(script).hasSizeGreaterThan(40);
    }

    @Test
    void theBrokersAllowWhatRotaNeeds() {
        JsonNode config = of("Kafka").getFirst().content().at("/spec/kafka/config");
        assertThat(config.path("group.share.max.record.lock.duration.ms").asLong())
                .isGreaterThanOrEqualTo(900_000);
        assertThat(config.path("auto.create.topics.enable").asBoolean(true)).isFalse();
        assertThat(config.path("default.replication.factor").asInt())
                .isGreaterThan(config.path("min.insync.replicas").asInt());
    }

    private static List<Manifest> of(String kind) {
        return Manifests.all().stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .toList();
    }

    private static List<String> ofCommand(List<String> words) {
        String user = value(words, "--allow-principal").substring("User:".length());
        String prefix = words.contains("--resource-pattern-type") ? "prefix" : "literal";
        String type = List.of("topic", "group", "transactional-id").stream()
                .filter(each -> words.contains("--" + each))
                .findFirst()
                .orElseThrow();
        String name = value(words, "--" + type);
        return IntStream.range(0, words.size())
                .filter(i -> words.get(i).equals("--operation"))
                .mapToObj(i -> words.get(i + 1))
                .map(operation -> key(user, type.replace("-", ""), name, prefix, operation))
                .toList();
    }

    private static Set<String> ofRule(String user, JsonNode rule) {
        Set<String> keys = new TreeSet<>();
        JsonNode resource = rule.path("resource");
        rule.path("operations")
                .forEach(operation -> keys.add(key(
                        user,
                        resource.path("type").asText(),
                        resource.path("name").asText(),
                        resource.path("patternType").asText(),
                        operation.asText())));
        return keys;
    }

    private static String value(List<String> words, String flag) {
        return words.get(words.indexOf(flag) + 1);
    }

    private static String key(String... parts) {
        return Arrays.stream(parts).map(part -> part.toLowerCase(Locale.ROOT)).collect(Collectors.joining(" "));
    }
}
