package dev.rota.launcher.doctor;

import dev.rota.client.kafka.TopicSnapshot;
import dev.rota.discovery.CatalogueVisit;
import dev.rota.discovery.DiscoveryConfig;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.time.DurationText;
import dev.rota.provider.Headers;
import dev.rota.provider.http.Fetch;
import dev.rota.provider.http.ProviderHttp;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The schema registry, catalogues and their keys, rotations, HTTP. */
final class ServiceChecks {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration OLD = Duration.ofDays(1);

    private final SecretSource secrets;
    private final Clock clock;

    ServiceChecks(SecretSource secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    List<Diagnosis> registry(KafkaSettings kafka) throws IOException, RestClientException {
        try (CachedSchemaRegistryClient client =
                new CachedSchemaRegistryClient(List.of(kafka.registryUrl()), 10, kafka.registry())) {
            Collection<String> subjects = client.getAllSubjects();
            List<String> missing = Topics.all().stream()
                    .map(Topic::subject)
                    .filter(subject -> !subjects.contains(subject))
                    .sorted()
                    .toList();
            String found = subjects.size() + " subjects at " + kafka.registryUrl();
            return List.of(
                    missing.isEmpty()
                            ? Diagnosis.ok("schema registry", found)
                            : Diagnosis.ok(
                                    "schema registry",
                                    found + "; registered with their first event: " + String.join(", ", missing)));
        }
    }

    List<Diagnosis> catalogue(CatalogueConfig catalogue, DiscoveryConfig config) {
        CatalogueVisit visit = CatalogueVisit.to(catalogue, config, secrets, clock);
        String name = "catalogue " + catalogue.name();
        List<Diagnosis> found = new ArrayList<>();
        found.add(
                visit.problem() == null
                        ? Diagnosis.ok(name, visit.models() + " models at " + catalogue.url())
                        : Diagnosis.broken(
                                name,
                                visit.problem().field() + " " + visit.problem().message(),
                                "check catalogues." + catalogue.name() + ".url, " + catalogue.url()
                                        + ", and the network; what was known of it stays meanwhile"));
        found.addAll(key(catalogue, visit, name));
        Duration ahead = visit.clockAhead();
        if (ahead != null) {
            String by = DurationText.format(Duration.ofSeconds(ahead.abs().toSeconds()));
            found.add(
                    ahead.abs().compareTo(SKEW) > 0
                            ? Diagnosis.warning(
                                    "clock",
                                    "this machine is " + by + (ahead.isNegative() ? " behind " : " ahead of ")
                                            + catalogue.name(),
                                    "set the clock, best by NTP: announced ends and limits go by it")
                            : Diagnosis.ok("clock", "within " + SKEW.toSeconds() + " s of " + catalogue.name()));
        }
        return found;
    }

    private static List<Diagnosis> key(CatalogueConfig catalogue, CatalogueVisit visit, String name) {
        String variable = catalogue.apiKeyVariable().orElse("");
        return switch (visit.key()) {
            case NONE -> List.of();
            case MISSING ->
                List.of(Diagnosis.warning(
                        name,
                        variable + " is not set, so its models can be found but hardly be tested",
                        "set " + variable + ", or " + variable + "_FILE to a file that holds the key"));
            case ACCEPTED -> List.of(Diagnosis.ok(name, "the key in " + variable + " is accepted"));
            case REFUSED ->
                List.of(Diagnosis.broken(
                        name,
                        "the key in " + variable + " is refused: the status " + visit.keyMessage(),
                        "put a valid key into " + variable));
            case UNKNOWN -> List.of(Diagnosis.ok(name, "does not tell whether the key in " + variable + " is good"));
        };
    }

    List<Diagnosis> rotations(KafkaSettings kafka) {
        Map<String, Rotation> rotations = TopicSnapshot.read(Topics.ROTATION, kafka);
        if (rotations.isEmpty()) {
            return List.of(Diagnosis.absent(
                    "rotations", "none is published yet", "the first follows the first results of the testers"));
        }
        return rotations.values().stream().map(this::rotation).toList();
    }

    private Diagnosis rotation(Rotation rotation) {
        Instant stale = rotation.staleSince();
        Duration age = Duration.between(rotation.computedAt(), clock.instant());
        String found =
                rotation.name() + " has " + rotation.entries().size() + " entries, revision " + rotation.revision();
        if (stale != null) {
            return Diagnosis.warning(
                    "rotations",
                    found + ", stale since " + stale + (rotation.note() == null ? "" : ": " + rotation.note()),
                    "look at the catalogues, keys and network above");
        }
        return age.compareTo(OLD) > 0
                ? Diagnosis.warning(
                        "rotations",
                        found + ", on evidence " + age.toHours() + " h old",
                        "look whether discovery and testers run and have budget left")
                : Diagnosis.ok("rotations", found);
    }

    List<Diagnosis> gateway(URI address) throws IOException {
        try (ProviderHttp http = ProviderHttp.start()) {
            URI ready = URI.create(address.toString().replaceAll("/$", "") + "/readyz");
            return List.of(
                    switch (http.get(ready, Headers.none(), 100_000, Duration.ofSeconds(5))) {
                        case Fetch.Answered answered when answered.ok() -> Diagnosis.ok("http", "ready at " + address);
                        case Fetch.Answered answered ->
                            Diagnosis.warning(
                                    "http",
                                    ready + " answers " + answered.status() + ": "
                                            + answered.text().strip(),
                                    "it is ready once it has read the rotations");
                        case Fetch.Failed failed ->
                            Diagnosis.broken(
                                    "http",
                                    address + ": " + failed.message(),
                                    "look at logs/rota.log in the data directory, or start ./rota gateway");
                    });
        }
    }
}
