package dev.rota.report.history;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.TestResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All results, in any order and with repetitions. What it gives back depends on the set of results alone: of two with
 * one id the one that started later counts, as in the ranking.
 */
public final class ResultTape {
    private static final Comparator<Seen> BY_ID_NEWEST_FIRST = Comparator.comparingLong(Seen::id)
            .thenComparing(Comparator.comparingLong(Seen::atMs).reversed())
            .thenComparing(Seen::model)
            .thenComparingInt(Seen::latencyMs)
            .thenComparing(seen -> String.valueOf(seen.kind()));
    private static final Comparator<Seen> BY_TIME =
            Comparator.comparingLong(Seen::atMs).thenComparing(Seen::model).thenComparingLong(Seen::id);

    private final List<Seen> all = new ArrayList<>();
    private final Map<ModelId, ModelId> models = new HashMap<>();
    private final Map<FailureKind, Words> words = new EnumMap<>(FailureKind.class);
    private boolean sorted = true;

    /** Takes in a result. */
    public void add(TestResult result) {
        Failure failure = result.failure();
        ModelId model = models.computeIfAbsent(result.model(), known -> known);
        all.add(new Seen(
                Ids.hash(result.resultId()),
                result.startedAt().toEpochMilli(),
                model,
                result.source(),
                failure == null ? null : failure.kind(),
                failure == null ? null : failure.fault(),
                (int) Math.min(Integer.MAX_VALUE, result.latencyMs()),
                Objects.requireNonNullElse(result.outputTokens(), 0)));
        if (failure != null && failure.message() != null) {
            hear(failure.kind(), new Words(result.startedAt().toEpochMilli(), result.resultId(), failure.message()));
        }
        sorted = false;
    }

    private void hear(FailureKind kind, Words said) {
        words.merge(kind, said, (one, other) -> Words.ORDER.compare(one, other) >= 0 ? one : other);
    }

    /** Each result once, the oldest first. */
    public List<Seen> results() {
        if (!sorted) {
            sort();
        }
        return all;
    }

    /** What a provider said the last time it failed for that reason, in all of history; null if it said nothing. */
    public @Nullable String lastWords(FailureKind kind) {
        Words said = words.get(kind);
        return said == null ? null : said.text();
    }

    /** The newest result's start; null without one. */
    public @Nullable Instant newest() {
        List<Seen> results = results();
        return results.isEmpty() ? null : Instant.ofEpochMilli(results.getLast().atMs());
    }

    /** The oldest result's start; null without one. */
    public @Nullable Instant oldest() {
        List<Seen> results = results();
        return results.isEmpty()
                ? null
                : Instant.ofEpochMilli(results.getFirst().atMs());
    }

    private void sort() {
        all.sort(BY_ID_NEWEST_FIRST);
        int kept = 0;
        for (int i = 0; i < all.size(); i++) {
            if (i == 0 || all.get(i).id() != all.get(kept - 1).id()) {
                all.set(kept++, all.get(i));
            }
        }
        all.subList(kept, all.size()).clear();
        all.sort(BY_TIME);
        sorted = true;
    }

    private record Words(long atMs, String id, String text) {
        static final Comparator<Words> ORDER =
                Comparator.comparingLong(Words::atMs).thenComparing(Words::id).thenComparing(Words::text);
    }
}
