package dev.rota.ranking.topology;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.service.Guarantee;
import dev.rota.ranking.service.RankingConfig;
import dev.rota.ranking.service.StreamsSettings;
import dev.rota.ranking.standing.Estimator;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The whole topology in one thread, on a registry in memory. */
final class DrivenTopology implements AutoCloseable {
    static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    private static final KafkaSettings KAFKA = KafkaSettings.of("nowhere:1", "mock://topology");

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, TestResult> results;
    private final TestInputTopic<String, ModelFacts> models;
    private final TestOutputTopic<String, Standing> standings;
    private final TestOutputTopic<String, Rotation> rotations;
    private final TestOutputTopic<String, RotationChange> changes;
    private final TestOutputTopic<String, byte[]> deadLetters;

    DrivenTopology(Path stateDir, List<Policy> policies) {
        this(stateDir, policies, new Succession(Succession.FIRST));
    }

    DrivenTopology(Path stateDir, List<Policy> policies, Succession succession) {
        RankingMeters counted = new RankingMeters(meters);
        Properties settings =
                StreamsSettings.of(RankingConfig.of(policies, stateDir, Guarantee.AT_LEAST_ONCE), KAFKA, counted);
        driver = new TopologyTestDriver(topology(policies, settings, counted, succession), settings, START);
        results = input(Topics.TEST_RESULTS);
        models = input(Topics.MODELS);
        standings = output(Topics.STANDINGS);
        rotations = output(Topics.ROTATION);
        changes = output(Topics.ROTATION_CHANGES);
        deadLetters = driver.createOutputTopic(
                Topics.DEAD_LETTERS,
                Serdes.String().deserializer(),
                Serdes.ByteArray().deserializer());
    }

    static Topology topology(List<Policy> policies) {
        RankingMeters counted = new RankingMeters(new SimpleMeterRegistry());
        RankingConfig config = RankingConfig.of(policies, Path.of("unused"), Guarantee.AT_LEAST_ONCE);
        return topology(
                policies, StreamsSettings.of(config, KAFKA, counted), counted, new Succession(Succession.FIRST));
    }

    private static Topology topology(
            List<Policy> policies, Properties settings, RankingMeters meters, Succession succession) {
        return new RankingTopology(new RankingTopology.Settings(
                        policies, Estimator.standard(), KAFKA.registry(), meters, null, succession))
                .build(settings);
    }

    static ModelFacts facts(ModelId model, boolean free, @Nullable Instant retiredAt) {
        Facts facts = new Facts(
                model.providerId(),
                model.family(),
                32_768,
                null,
                Set.of("text"),
                Set.of("text"),
                Set.of("tools"),
                free ? "0" : "0.000001",
                free ? "0" : "0.000001",
                free,
                null,
                null);
        return new ModelFacts(model, facts, START, START, retiredAt, null);
    }

    void result(TestResult result) {
        result(result.model().toString(), result, result.endedAt());
    }

    void result(String key, TestResult result, Instant receivedAt) {
        tickTo(receivedAt);
        results.pipeInput(key, result, receivedAt);
    }

    void facts(ModelFacts facts) {
        models.pipeInput(facts.model().toString(), facts, Instant.ofEpochMilli(wall));
    }

    /** What an instance elsewhere has published. */
    void published(Rotation rotation, Headers headers) {
        TestInputTopic<String, Rotation> topic = input(Topics.ROTATION);
        topic.pipeInput(new TestRecord<>(rotation.name(), rotation, headers, Instant.ofEpochMilli(wall)));
    }

    void unreadable(Topic<?> topic, String key, byte[] bytes) {
        driver.createInputTopic(
                        topic.name(),
                        Serdes.String().serializer(),
                        Serdes.ByteArray().serializer())
                .pipeInput(key, bytes, START);
    }

    /** Lets wall time pass, so that what was put off is done. */
    void tick(Duration duration) {
        driver.advanceWallClockTime(duration);
    }

    private long wall = START.toEpochMilli();

    private void tickTo(Instant moment) {
        long ahead = moment.toEpochMilli() - wall;
        if (ahead > 0) {
            wall += ahead;
            driver.advanceWallClockTime(Duration.ofMillis(ahead));
        }
    }

    List<Standing> standings() {
        return standings.readValuesToList();
    }

    List<Rotation> rotations() {
        return rotations.readValuesToList();
    }

    List<RotationChange> changes() {
        return changes.readValuesToList();
    }

    List<TestRecord<String, byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }

    private <V> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(),
                Serdes.String().serializer(),
                topic.valueSerde(KAFKA.registry()).serializer());
    }

    private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                Serdes.String().deserializer(),
                topic.valueSerde(KAFKA.registry()).deserializer());
    }
}
