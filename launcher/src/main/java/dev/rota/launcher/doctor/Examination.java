package dev.rota.launcher.doctor;

import dev.rota.discovery.DiscoveryConfig;
import dev.rota.gateway.GatewayConfig;
import dev.rota.launcher.instance.Instance;
import dev.rota.ranking.service.RankingConfig;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.tester.TesterConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be examined: everything of a Rota that runs, or what it would need where none does.
 *
 * @param configuration the mistakes in the configuration; empty if it is right
 * @param instance the running {@code rota up}; null if none runs
 * @param kafka where Kafka and the registry are; null if neither an instance nor the configuration tells
 * @param data the data directory of {@code rota up}
 * @param partitions of topics, by name
 * @param ranking whose generation says which group is looked at
 */
public record Examination(
        List<String> configuration,
        @Nullable Instance instance,
        @Nullable KafkaSettings kafka,
        Path data,
        Map<String, Integer> partitions,
        DiscoveryConfig discovery,
        TesterConfig tester,
        RankingConfig ranking,
        GatewayConfig gateway) {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int FILES_BESIDE = 1_000;

    public Examination {
        configuration = List.copyOf(configuration);
        partitions = Map.copyOf(partitions);
    }

    /** The checks; nothing runs yet. */
    public Doctor doctor(SecretSource secrets, Clock clock) {
        Doctor doctor = new Doctor(PATIENCE);
        ServiceChecks services = new ServiceChecks(secrets, clock);
        doctor.check("configuration", "mend rota.yaml or the variable named", this::configured);
        doctor.check("jdk", "", MachineChecks::jdk);
        doctor.check("open files", "", () -> MachineChecks.files(tester.slots() + gateway.maxStreams() + FILES_BESIDE));
        doctor.check("data directory", "give another one with --data", () -> MachineChecks.data(data));
        if (instance == null) {
            doctor.check("ports", "", () -> MachineChecks.ports(gateway.port()));
        }
        for (CatalogueConfig catalogue : discovery.catalogues()) {
            doctor.check(
                    "catalogue " + catalogue.name(),
                    "check its url, " + catalogue.url() + ", and the network",
                    () -> services.catalogue(catalogue, discovery));
        }
        if (kafka == null) {
            doctor.check(
                    "rota",
                    "",
                    () -> List.of(Diagnosis.absent(
                            "rota",
                            "none runs with the data directory " + data + ", and no Kafka is configured",
                            "start it with ./rota up, or name a Kafka with --kafka HOST:PORT")));
        } else {
            running(doctor, services, kafka);
        }
        return doctor;
    }

    private List<Diagnosis> configured() {
        return configuration.isEmpty()
                ? List.of(Diagnosis.ok("configuration", "understood"))
                : configuration.stream()
                        .map(problem -> Diagnosis.broken("configuration", problem, "see docs/configuration.md"))
                        .toList();
    }

    private void running(Doctor doctor, ServiceChecks services, KafkaSettings at) {
        KafkaChecks checks = new KafkaChecks(at, tester.queue(), tester.group(), ranking.applicationId());
        String kafkaRemedy = "see that Kafka runs at " + at.bootstrapServers()
                + ", and check kafka.bootstrap.servers, kafka.security.protocol and kafka.sasl.*";
        doctor.afterwards(checks::close);
        doctor.check("kafka", kafkaRemedy, checks::cluster)
                .check("topics", kafkaRemedy, () -> checks.topics(partitions))
                .check(
                        "schema registry",
                        "see that it runs at " + at.registryUrl() + ", and check schema.registry.*",
                        () -> services.registry(at))
                .check("discovery", kafkaRemedy, checks::discovery)
                .check("testers", "start some with ./rota tester", checks::testers)
                .check("ranking", "start it with ./rota ranking", checks::ranking)
                .check("rotations", kafkaRemedy, () -> services.rotations(at));
        String http = instance == null ? null : instance.http();
        if (http != null) {
            doctor.check(
                    "http", "look at logs/rota.log in the data directory", () -> services.gateway(URI.create(http)));
        }
    }
}
