package dev.rota.ranking.selection;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.standing.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Seats and entries, turned into entries. */
final class Entries {
    private Entries() {}

    static List<RotationEntry> of(List<Seat> seats) {
        List<RotationEntry> entries = new ArrayList<>();
        for (Seat seat : seats) {
            entries.add(entry(entries.size() + 1, seat.standing()));
        }
        return entries;
    }

    static List<ModelId> models(List<RotationEntry> entries) {
        return entries.stream().map(RotationEntry::model).toList();
    }

    static List<RotationEntry> renumbered(List<RotationEntry> entries) {
        List<RotationEntry> renumbered = new ArrayList<>();
        for (RotationEntry e : entries) {
            renumbered.add(new RotationEntry(
                    renumbered.size() + 1,
                    e.model(),
                    e.tier(),
                    e.expectedTimeToSuccessMs(),
                    e.successRate(),
                    e.latencyP50Ms(),
                    e.latencyP95Ms(),
                    e.firstTokenP50Ms(),
                    e.quality(),
                    e.observations(),
                    e.lastResultAt()));
        }
        return renumbered;
    }

    private static RotationEntry entry(int position, Standing s) {
        return new RotationEntry(
                position,
                s.model(),
                Objects.requireNonNull(s.tier()),
                Objects.requireNonNull(s.expectedTimeToSuccessMs()),
                s.successRate(),
                Objects.requireNonNull(s.latencyP50Ms()),
                Objects.requireNonNull(s.latencyP95Ms()),
                s.firstTokenP50Ms(),
                s.quality(),
                s.observations(),
                Objects.requireNonNull(s.lastResultAt()));
    }
}
