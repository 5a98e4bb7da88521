package dev.rota.report.build;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.standing.Standing;
import dev.rota.report.Period;
import dev.rota.report.Ranked;
import dev.rota.report.ReportInput;
import dev.rota.report.history.FactsBook;
import dev.rota.report.history.Seen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every part of the report looks at.
 *
 * @param input what happened
 * @param ranked what the ranking made of it
 * @param from the range's start
 * @param to its end
 * @param comparedWith the moment that "before" speaks of
 * @param wholeHistory whether no start was asked for
 * @param results the results of the range, the oldest first
 * @param before the rotation at the moment to compare with, else the first one there was; null without any
 * @param after the rotation at the range's end; null without any
 */
public record Scene(
        ReportInput input,
        Ranked ranked,
        Instant from,
        Instant to,
        Instant comparedWith,
        boolean wholeHistory,
        List<Seen> results,
        @Nullable Rotation before,
        @Nullable Rotation after) {

    /** Answers at least so often: every second time. */
    static final double WORKS = 0.5;

    /** Sets it up. */
    public static Scene of(ReportInput input, Ranked ranked, Period period) {
        Instant from = period.from();
        Instant to = period.to();
        List<Seen> results = input.results().results().stream()
                .filter(seen -> seen.atMs() >= from.toEpochMilli() && seen.atMs() <= to.toEpochMilli())
                .toList();
        Rotation before = null;
        for (Rotation revision : ranked.revisions()) {
            if (before == null || !revision.computedAt().isAfter(period.comparedWith())) {
                before = revision;
            }
        }
        return new Scene(
                input, ranked, from, to, period.comparedWith(), period.wholeHistory(), results, before, ranked.last());
    }

    FactsBook facts() {
        return input.facts();
    }

    @Nullable
    Facts factsAtEnd(ModelId model) {
        Standing standing = ranked.after().get(model);
        Facts known = facts().factsAt(model, to);
        return known != null || standing == null ? known : standing.facts();
    }

    /** The author of a model, as its catalogue says, or as its name does. */
    String family(ModelId model) {
        Facts facts = factsAtEnd(model);
        return facts == null ? model.family() : facts.family();
    }

    /** Whether it answers at least every second request, by the evidence, and is not gone. */
    static boolean works(Standing standing) {
        return standing.lastSuccessAt() != null && !standing.retired() && standing.successRate() >= WORKS;
    }

    /** The entries of the rotation at the range's end. */
    public List<RotationEntry> entries() {
        return after == null ? List.of() : after.entries();
    }

    /** The position of a model in a rotation; null if it is not in, or there is no rotation. */
    static @Nullable Integer position(@Nullable Rotation rotation, ModelId model) {
        if (rotation == null) {
            return null;
        }
        return rotation.entries().stream()
                .filter(entry -> entry.model().equals(model))
                .map(RotationEntry::position)
                .findFirst()
                .orElse(null);
    }
}
