package dev.rota.report.build;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Source;
import dev.rota.report.content.Budget;
import dev.rota.report.history.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was asked of providers, when, and what of it was of no use. */
public final class BudgetPart {
    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private BudgetPart() {}

    public static Budget of(Scene scene) {
        Map<Source, Long> sources = new EnumMap<>(Source.class);
        Map<ModelId, long[]> probed = new HashMap<>();
        long limits = 0;
        for (Seen seen : scene.results()) {
            sources.merge(seen.source(), 1L, Long::sum);
            limits += limit(seen.kind()) ? 1 : 0;
            long[] counts = probed.computeIfAbsent(seen.model(), _ -> new long[2]);
            counts[0] += seen.source() == Source.PROBE ? 1 : 0;
            counts[1] += seen.succeeded() ? 1 : 0;
        }
        List<long[]> wasted = probed.values().stream()
                .filter(counts -> counts[0] > 0 && counts[1] == 0)
                .toList();
        return new Budget(
                sources,
                days(scene),
                triggers(scene),
                wasted.stream().mapToLong(counts -> counts[0]).sum(),
                wasted.size(),
                limits,
                spent(scene));
    }

    private static boolean limit(@Nullable FailureKind kind) {
        return kind == FailureKind.ACCOUNT_DAY_LIMIT || kind == FailureKind.ACCOUNT_MINUTE_LIMIT;
    }

    private static List<Budget.Day> days(Scene scene) {
        long first = Math.floorDiv(scene.from().toEpochMilli(), DAY_MS);
        int count = (int) (Math.floorDiv(scene.to().toEpochMilli(), DAY_MS) - first) + 1;
        long[] probes = new long[count];
        long[] others = new long[count];
        for (Seen seen : scene.results()) {
            int day = (int) (Math.floorDiv(seen.atMs(), DAY_MS) - first);
            (seen.source() == Source.PROBE ? probes : others)[day]++;
        }
        List<Budget.Day> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            days.add(new Budget.Day(Instant.ofEpochMilli((first + i) * DAY_MS), probes[i], others[i]));
        }
        return days;
    }

    private static Map<String, Long> triggers(Scene scene) {
        Map<String, Long> triggers = new TreeMap<>();
        for (ModelFound probe : scene.input().probes().values()) {
            if (!probe.foundAt().isBefore(scene.from()) && !probe.foundAt().isAfter(scene.to())) {
                triggers.merge(probe.trigger().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
            }
        }
        return triggers;
    }

    /** What the answers of paid models cost; prompts are not counted, for their tokens are not known. */
    private static @Nullable Double spent(Scene scene) {
        double spent = 0;
        boolean paid = false;
        for (Seen seen : scene.results()) {
            Facts facts = seen.tokens() == 0 ? null : scene.factsAtEnd(seen.model());
            if (facts != null && !facts.free()) {
                paid = true;
                spent += seen.tokens() * price(Objects.requireNonNullElse(facts.completionPricePerToken(), "0"));
            }
        }
        return paid ? (Double) spent : null;
    }

    private static double price(String text) {
        try {
            return Math.max(0, Double.parseDouble(text));
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
