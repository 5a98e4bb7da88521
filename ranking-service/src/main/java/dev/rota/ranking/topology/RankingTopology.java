package dev.rota.ranking.topology;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.standing.Estimator;
import dev.rota.ranking.store.HeapStores;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Wires the ranking. Every processor, store and internal topic has a name that stays. */
public final class RankingTopology {
    /** Per model, its evidence and facts. */
    public static final String MODELS_STORE = "models";

    /** Per rotation and model, the standing that last travelled there. */
    public static final String CANDIDATES_STORE = "candidates";

    /** Per rotation, what was published last. */
    public static final String ROTATIONS_STORE = "rotations";

    /** Per rotation, what readers got last; the same in every instance. */
    public static final String PUBLISHED_STORE = "published";

    /** Per model, the standing told last; the same in every instance. */
    public static final String TOLD_STORE = "told";

    /** As many rotations can be made by different instances. */
    private static final int SELECTION_PARTITIONS = 4;

    /**
     * What the topology is made of.
     *
     * @param policies one per rotation
     * @param estimator turns evidence into standings
     * @param registry settings of the schema registry's client
     * @param meters what is counted
     * @param commitAfter how long a change may wait for a commit when there is no backlog; null to leave it to Streams
     * @param succession which generation this is
     */
    public record Settings(
            List<Policy> policies,
            Estimator estimator,
            Map<String, String> registry,
            RankingMeters meters,
            @Nullable Duration commitAfter,
            Succession succession) {
        public Settings {
            policies = List.copyOf(policies);
            registry = Map.copyOf(registry);
        }
    }

    private final Settings settings;
    private final LiveNorms norms = new LiveNorms();
    private final Backlog backlog = new Backlog();
    private final CommitRhythm rhythm = new CommitRhythm(backlog);

    public RankingTopology(Settings settings) {
        this.settings = settings;
    }

    /**
     * Builds it.
     *
     * @param config the configuration it will run with; that everything is named is checked here
     */
    public Topology build(Properties config) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(config)));
        addStores(builder);
        Map<String, KStream<String, ModelOutput>> evidence = evidence(builder);
        branch(evidence, "evidence-standings")
                .mapValues(RankingTopology::standing, Named.as("evidence-standing"))
                .to(Topics.STANDINGS.name(), produced(Topics.STANDINGS, "standings"));
        branch(evidence, "evidence-refused")
                .mapValues(RankingTopology::bytes, Named.as("evidence-bytes"))
                .to(
                        Topics.DEAD_LETTERS,
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withName("dead-letters"));
        Map<String, KStream<String, RotationOutput>> selection = selection(branch(evidence, "evidence-candidates"));
        branch(selection, "selection-published")
                .mapValues(output -> ((RotationOutput.Published) output).rotation(), Named.as("selection-rotation"))
                .to(Topics.ROTATION.name(), produced(Topics.ROTATION, "rotation"));
        branch(selection, "selection-changed")
                .mapValues(output -> ((RotationOutput.Changed) output).change(), Named.as("selection-change"))
                .to(Topics.ROTATION_CHANGES.name(), produced(Topics.ROTATION_CHANGES, "rotation-changes"));
        return builder.build(config);
    }

    private void addStores(StreamsBuilder builder) {
        builder.addStateStore(new HeapStores<>(MODELS_STORE, new ModelStateCodec(serde(Topics.MODELS))));
        builder.addStateStore(new HeapStores<>(CANDIDATES_STORE, new StandingCodec(serde(Topics.STANDINGS))));
        builder.addStateStore(new HeapStores<>(ROTATIONS_STORE, new RotationStateCodec(serde(Topics.ROTATION))));
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(PUBLISHED_STORE), Serdes.String(), serde(Topics.ROTATION))
                        .withLoggingDisabled(),
                Topics.ROTATION.name(),
                Consumed.with(Serdes.String(), serde(Topics.ROTATION)).withName("published-rotations"),
                () -> new PublishedRotations(settings.succession(), settings.meters()));
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(TOLD_STORE), Serdes.String(), serde(Topics.STANDINGS))
                        .withLoggingDisabled(),
                Topics.STANDINGS.name(),
                Consumed.with(Serdes.String(), serde(Topics.STANDINGS)).withName("told-standings"),
                () -> new ToldStandings(norms));
    }

    private Map<String, KStream<String, ModelOutput>> evidence(StreamsBuilder builder) {
        Serde<Arrival> results = ArrivalSerde.<TestResult>of(serde(Topics.TEST_RESULTS), Arrival.Result::new);
        Serde<Arrival> facts = ArrivalSerde.<ModelFacts>of(serde(Topics.MODELS), Arrival.Facts::new);
        return builder.stream(
                        Topics.TEST_RESULTS.name(),
                        Consumed.with(Serdes.String(), results).withName("test-results"))
                .merge(
                        builder.stream(
                                Topics.MODELS.name(),
                                Consumed.with(Serdes.String(), facts).withName("models-source")),
                        Named.as("arrivals"))
                .process(
                        () -> new EvidenceProcessor(settings, norms, backlog, rhythm),
                        Named.as("evidence"),
                        MODELS_STORE)
                .split(Named.as("evidence-"))
                .branch((_, output) -> output instanceof ModelOutput.Stands, Branched.as("standings"))
                .branch((_, output) -> output instanceof ModelOutput.Candidate, Branched.as("candidates"))
                .branch((_, output) -> output instanceof ModelOutput.Refused, Branched.as("refused"))
                .noDefaultBranch();
    }

    private Map<String, KStream<String, RotationOutput>> selection(KStream<String, ModelOutput> candidates) {
        return candidates
                .mapValues(RankingTopology::standing, Named.as("evidence-candidate"))
                .repartition(Repartitioned.with(Serdes.String(), SameSubject.as(Topics.STANDINGS, settings.registry()))
                        .withName("candidates")
                        .withNumberOfPartitions(SELECTION_PARTITIONS))
                .process(
                        () -> new SelectionProcessor(settings, rhythm),
                        Named.as("selection"),
                        CANDIDATES_STORE,
                        ROTATIONS_STORE)
                .split(Named.as("selection-"))
                .branch((_, output) -> output instanceof RotationOutput.Published, Branched.as("published"))
                .branch((_, output) -> output instanceof RotationOutput.Changed, Branched.as("changed"))
                .noDefaultBranch();
    }

    private <V> Serde<V> serde(Topic<V> topic) {
        return topic.valueSerde(settings.registry());
    }

    private <V> Produced<String, V> produced(Topic<V> topic, String name) {
        return Produced.with(Serdes.String(), serde(topic)).withName(name);
    }

    private static <V> KStream<String, V> branch(Map<String, KStream<String, V>> branches, String name) {
        return Objects.requireNonNull(branches.get(name), name);
    }

    private static @Nullable Standing standing(ModelOutput output) {
        return switch (output) {
            case ModelOutput.Stands stands -> stands.standing();
            case ModelOutput.Candidate candidate -> candidate.standing();
            case ModelOutput.Refused _ -> null;
        };
    }

    private static byte @Nullable [] bytes(ModelOutput output) {
        return ((ModelOutput.Refused) output).bytes();
    }
}
