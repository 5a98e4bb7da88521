package dev.rota.launcher.explain;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import dev.rota.domain.standing.TaskStanding;
import dev.rota.launcher.terminal.Figures;
import dev.rota.launcher.terminal.Table;
import dev.rota.launcher.terminal.Terminal;
import dev.rota.ranking.explain.Explanation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model's explanations for a person: what is known of it, then each rotation. */
public final class ExplanationText {
    private ExplanationText() {}

    /** @param standing null if nothing is known of the model */
    public static List<String> lines(
            ModelId model,
            @Nullable Standing standing,
            List<Explanation> explanations,
            Instant now,
            Terminal terminal) {
        List<String> lines = new ArrayList<>();
        lines.add(terminal.bold(model.toString()));
        if (standing != null) {
            addKnown(standing, now, lines);
        }
        if (!explanations.isEmpty()) {
            explanations.getFirst().figures().forEach(sentence -> lines.add("  " + sentence));
        }
        if (standing != null && !standing.tasks().isEmpty()) {
            tasks(standing).lines().forEach(line -> lines.add("  " + line));
        }
        for (Explanation explanation : explanations) {
            lines.add("");
            lines.add(terminal.bold(explanation.rotation()) + ": " + place(explanation));
            explanation.reasons().forEach(sentence -> lines.add("  " + sentence));
            explanation.toMoveUp().forEach(sentence -> lines.add("  " + sentence));
        }
        return lines;
    }

    private static void addKnown(Standing standing, Instant now, List<String> lines) {
        Facts facts = standing.facts();
        Instant retiredAt = standing.retiredAt();
        if (facts != null) {
            lines.add("  " + facts.name() + ", family " + facts.family() + ", context " + facts.contextLength()
                    + " tokens, " + (facts.free() ? "free" : "costs money"));
        }
        if (retiredAt != null) {
            lines.add("  Its catalogue dropped it " + Figures.ago(retiredAt, now) + " ago.");
        }
        lines.add("  Newest result " + Figures.ago(standing.lastResultAt(), now) + " ago, newest success "
                + Figures.ago(standing.lastSuccessAt(), now) + " ago; latency p50 "
                + Figures.millis(standing.latencyP50Ms()) + ", p95 " + Figures.millis(standing.latencyP95Ms())
                + ", first token " + Figures.millis(standing.firstTokenP50Ms()) + "; quality "
                + Figures.quality(standing.quality()) + ".");
    }

    private static Table tasks(Standing standing) {
        Table table = new Table("task", ">answered", ">failed", ">quality", ">mean latency");
        for (TaskStanding task : standing.tasks()) {
            table.row(
                    task.task(),
                    Long.toString(task.successes()),
                    Long.toString(task.failures()),
                    Figures.quality(task.quality()),
                    Figures.millis(task.meanLatencyMs()));
        }
        return table;
    }

    private static String place(Explanation explanation) {
        Integer position = explanation.position();
        Integer rank = explanation.rank();
        String place = position == null ? "not in the rotation" : "number " + position;
        String order = rank == null
                ? ", no place in the order"
                : ", number " + rank + " of " + explanation.eligible() + " by " + explanation.order() + " = "
                        + Figures.compact(explanation.value());
        return place + order;
    }
}
