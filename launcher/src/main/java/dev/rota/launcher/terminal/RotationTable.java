package dev.rota.launcher.terminal;

import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A rotation for a person. */
public final class RotationTable {
    private RotationTable() {}

    /** @param now against which the age of evidence is told */
    public static List<String> lines(Rotation rotation, Instant now, Terminal terminal) {
        List<String> lines = new ArrayList<>();
        lines.add(terminal.bold("rotation " + rotation.name())
                + "  revision " + rotation.revision()
                + "  policy " + rotation.policy()
                + "  evidence of " + Figures.ago(rotation.computedAt(), now) + " ago");
        if (rotation.note() != null) {
            lines.add((rotation.stale() ? "stale: " : "note: ") + rotation.note());
        }
        if (!rotation.entries().isEmpty()) {
            Table table = new Table(
                    ">#",
                    "model",
                    "tier",
                    ">time to success",
                    ">success",
                    ">p50",
                    ">p95",
                    ">first token",
                    ">quality",
                    ">results",
                    ">last");
            rotation.entries().forEach(entry -> row(table, entry, now));
            lines.addAll(table.lines());
        }
        return lines;
    }

    private static void row(Table table, RotationEntry entry, Instant now) {
        table.row(
                Integer.toString(entry.position()),
                entry.model().toString(),
                entry.tier().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                Figures.millis(entry.expectedTimeToSuccessMs()),
                Figures.percent(entry.successRate()),
                Figures.millis(entry.latencyP50Ms()),
                Figures.millis(entry.latencyP95Ms()),
                Figures.millis(entry.firstTokenP50Ms()),
                Figures.quality(entry.quality()),
                Long.toString(entry.observations()),
                Figures.ago(entry.lastResultAt(), now) + " ago");
    }
}
