package dev.rota.report.build;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Fault;
import dev.rota.report.content.Failures;
import dev.rota.report.history.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Failures by root cause, with what the provider said. */
public final class FailuresPart {
    private FailuresPart() {}

    public static Failures of(Scene scene) {
        Map<FailureKind, Map<ModelId, Long>> models = new EnumMap<>(FailureKind.class);
        Map<FailureKind, Map<Fault, Long>> faults = new EnumMap<>(FailureKind.class);
        long failed = 0;
        for (Seen seen : scene.results()) {
            FailureKind kind = seen.kind();
            if (kind != null) {
                failed++;
                models.computeIfAbsent(kind, _ -> new TreeMap<>()).merge(seen.model(), 1L, Long::sum);
                faults.computeIfAbsent(kind, _ -> new EnumMap<>(Fault.class))
                        .merge(Objects.requireNonNullElse(seen.fault(), kind.fault()), 1L, Long::sum);
            }
        }
        List<Failures.Cause> causes = new ArrayList<>();
        for (Map.Entry<FailureKind, Map<ModelId, Long>> entry : models.entrySet()) {
            Map<Fault, Long> said = Objects.requireNonNull(faults.get(entry.getKey()));
            causes.add(cause(entry.getKey(), most(said).getKey(), entry.getValue(), failed, scene));
        }
        causes.sort(Comparator.comparingLong(Failures.Cause::count).reversed().thenComparing(Failures.Cause::kind));
        return new Failures(scene.results().size(), failed, causes);
    }

    private static Failures.Cause cause(
            FailureKind kind, Fault fault, Map<ModelId, Long> models, long failed, Scene scene) {
        long count = models.values().stream().mapToLong(Long::longValue).sum();
        Map.Entry<ModelId, Long> worst = most(models);
        return new Failures.Cause(
                kind,
                fault,
                Causes.words(kind),
                count,
                count / (double) failed,
                models.size(),
                worst.getKey(),
                worst.getValue(),
                scene.input().results().lastWords(kind));
    }

    /** The first of those with the highest count. */
    private static <K> Map.Entry<K, Long> most(Map<K, Long> counts) {
        Map.Entry<K, Long> most = counts.entrySet().iterator().next();
        for (Map.Entry<K, Long> entry : counts.entrySet()) {
            if (entry.getValue() > most.getValue()) {
                most = entry;
            }
        }
        return most;
    }
}
