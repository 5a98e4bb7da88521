package dev.rota.ranking.topology;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.store.HeapStore;
import dev.rota.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Folds results and facts into what is known of their models, and has their standings told. */
final class EvidenceProcessor implements Processor<String, Arrival, String, ModelOutput> {
    private final RankingTopology.Settings settings;
    private final LiveNorms norms;
    private final Backlog backlog;
    private final QuickCommit commits;
    private final EvidenceClock clock = new EvidenceClock();
    private final Catalogues catalogues = new Catalogues();
    private @Nullable ProcessorContext<String, ModelOutput> context;
    private @Nullable HeapStore<ModelState> models;
    private @Nullable Standings standings;

    EvidenceProcessor(RankingTopology.Settings settings, LiveNorms norms, Backlog backlog, CommitRhythm rhythm) {
        this.settings = settings;
        this.norms = norms;
        this.backlog = backlog;
        this.commits = new QuickCommit(settings.commitAfter(), rhythm);
    }

    @Override
    public void init(ProcessorContext<String, ModelOutput> processorContext) {
        context = processorContext;
        HeapStore<ModelState> store = processorContext.getStateStore(RankingTopology.MODELS_STORE);
        models = store;
        standings = new Standings(settings, norms, store, clock, catalogues, backlog, this::forward);
        commits.schedule(processorContext);
        store.forEach((name, state) -> {
            clock.advanceTo(state);
            if (state.facts() != null) {
                catalogues.note(state.facts().model());
            }
        });
        standings.putOffAll();
        processorContext.schedule(
                Duration.ofMillis(Pace.TICK_MS),
                PunctuationType.WALL_CLOCK_TIME,
                now -> standings().tick(now));
    }

    @Override
    public void close() {
        if (standings != null) {
            standings.close();
        }
    }

    @Override
    public void process(Record<String, Arrival> record) {
        commits.changed();
        switch (record.value()) {
            case Arrival.Result arrival -> result(record, arrival.result());
            case Arrival.Facts arrival -> facts(record, arrival.facts());
        }
    }

    private void result(Record<String, Arrival> record, @Nullable TestResult result) {
        Optional<String> refusal = Intake.refusal(record.key(), result, receivedAt(record));
        if (result == null || refusal.isPresent()) {
            refuse(record, refusal.orElseThrow());
            return;
        }
        ModelState before = Objects.requireNonNullElse(models().get(record.key()), ModelState.UNKNOWN);
        Evidence more = before.evidence().with(result);
        if (more == before.evidence()) {
            settings.meters().result("duplicate");
            return;
        }
        settings.meters().result("counted");
        clock.advanceTo(result.startedAt());
        models().put(record.key(), before.with(more));
        standings().changed(record.key());
    }

    private void facts(Record<String, Arrival> record, @Nullable ModelFacts facts) {
        Optional<String> refusal =
                facts == null ? Optional.empty() : Intake.refusal(record.key(), facts, receivedAt(record));
        if (refusal.isPresent()) {
            refuse(record, refusal.get());
            return;
        }
        ModelState before = models().get(record.key());
        if (facts == null && before == null) {
            return;
        }
        if (facts != null) {
            clock.advanceTo(facts);
            if (catalogues.note(facts.model())) {
                standings().putOffAll();
            }
        }
        models().put(
                        record.key(),
                        Objects.requireNonNullElse(before, ModelState.UNKNOWN).with(facts));
        standings().changed(record.key());
    }

    /** The record's own time, but never later than now: only the wall can tell what is the future. */
    private Instant receivedAt(Record<String, Arrival> record) {
        return Instant.ofEpochMilli(Math.min(record.timestamp(), context().currentSystemTimeMs()));
    }

    private void refuse(Record<String, Arrival> record, String reason) {
        var origin = context().recordMetadata();
        Headers headers = DeadLetter.headers(
                record.headers(),
                "ranking",
                reason,
                origin.map(o -> o.topic()).orElse(Topics.TEST_RESULTS.name()),
                origin.map(o -> o.partition()).orElse(-1),
                origin.map(o -> o.offset()).orElse(-1L));
        byte[] bytes = UnreadableRecords.cut(record.value().bytes(), headers);
        settings.meters().deadLetter("impossible");
        // As of now: by its own time, an old record would be deleted before anybody could look at it.
        context()
                .forward(new Record<>(
                        record.key(), new ModelOutput.Refused(bytes), context().currentSystemTimeMs(), headers));
    }

    private void forward(String key, ModelOutput output) {
        Headers headers = new RecordHeaders();
        if (output instanceof ModelOutput.Candidate candidate) {
            headers.add(
                    SelectionProcessor.MODEL, DeadLetter.utf8(candidate.model().toString()));
        }
        context().forward(new Record<>(key, output, clock.now().toEpochMilli(), headers));
    }

    private ProcessorContext<String, ModelOutput> context() {
        return Objects.requireNonNull(context);
    }

    private HeapStore<ModelState> models() {
        return Objects.requireNonNull(models);
    }

    private Standings standings() {
        return Objects.requireNonNull(standings);
    }
}
