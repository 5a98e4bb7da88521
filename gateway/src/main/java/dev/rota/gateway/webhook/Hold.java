package dev.rota.gateway.webhook;

import dev.rota.domain.rotation.ChangeKind;
import dev.rota.domain.rotation.RotationChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one partition that may yet be taken back. No clock, no I/O; not thread-safe.
 *
 * <p>What can change is a subject: who is first in a rotation, whether a model is in it, where it stands. A subject's
 * newest change replaces older ones that wait; one that brings back what was before removes them all. What has stayed
 * as it is for the hold is due. A subject that never comes to rest is due after ten holds, as it then is.
 *
 * <pre>
 * at rest ──change──> waiting ──the hold is over──> due
 *    └──<──changed back──┘ └─another change: the hold begins anew
 * </pre>
 */
final class Hold {
    private static final int MOST_HOLDS = 10;
    private static final String PRIMARY = "primary";

    private final Duration hold;
    private final Set<String> rotations;
    private final Set<ChangeKind> kinds;
    private final Map<Subject, Waiting> waiting = new LinkedHashMap<>();

    /** What can change. */
    private record Subject(String rotation, String what) {
        static Subject of(RotationChange change) {
            return new Subject(
                    change.name(),
                    switch (change.kind()) {
                        case PRIMARY_CHANGED -> PRIMARY;
                        case ENTERED, LEFT -> "member " + change.model();
                        case MOVED -> "place " + change.model();
                    });
        }
    }

    /**
     * What is due.
     *
     * @param change the newest change of its subject
     * @param offsets of all changes that it settles, itself among them
     * @param told whether anybody is to be told of it
     */
    record Due(HeldChange change, List<Long> offsets, boolean told) {
        Due {
            offsets = List.copyOf(offsets);
        }
    }

    /**
     * Nothing waits yet.
     *
     * @param hold how long a change must last
     * @param rotations whose changes count; empty for all
     * @param kinds of changes to tell of
     */
    Hold(Duration hold, Set<String> rotations, Set<ChangeKind> kinds) {
        this.hold = hold;
        this.rotations = rotations;
        this.kinds = kinds;
    }

    /**
     * Takes the next change.
     *
     * @return offsets of changes that are settled by it, as nobody is to be told of them
     */
    List<Long> add(HeldChange held) {
        RotationChange change = held.change();
        if (!counts(change)) {
            return List.of(held.offset());
        }
        Subject subject = Subject.of(change);
        Waiting subjects = waiting.computeIfAbsent(subject, _ -> new Waiting(before(change)));
        subjects.add(held);
        if (after(change).equals(subjects.before)) {
            waiting.remove(subject);
            return subjects.offsets();
        }
        return List.of();
    }

    /**
     * Learns from a change, of whatever kind, who was first before: a change of the primary does not say it itself, but
     * another one of the same revision does.
     */
    void witness(RotationChange change) {
        Integer from = change.fromPosition();
        Waiting primary = waiting.get(new Subject(change.name(), PRIMARY));
        if (from != null && from == 1 && primary != null && primary.firstRevision() == change.revision()) {
            primary.before = change.model().toString();
        }
    }

    /** The earliest of what is due, without removing it. */
    Optional<Due> due(Instant now) {
        return waiting.values().stream()
                .filter(each -> !each.dueAt(hold).isAfter(now))
                .min(Comparator.comparingLong(each -> each.newest().offset()))
                .map(each -> new Due(
                        each.newest(),
                        each.offsets(),
                        kinds.contains(each.newest().change().kind())));
    }

    /** Removes what was due; a later change of its subject begins anew. */
    void remove(Due due) {
        waiting.remove(Subject.of(due.change().change()));
    }

    /** When the next will be due. */
    Optional<Instant> nextDue() {
        return waiting.values().stream().map(each -> each.dueAt(hold)).min(Comparator.naturalOrder());
    }

    /** The first offset that waits. */
    OptionalLong oldest() {
        return waiting.values().stream()
                .mapToLong(each -> each.changes.getFirst().offset())
                .min();
    }

    int size() {
        return waiting.size();
    }

    private boolean counts(RotationChange change) {
        return (rotations.isEmpty() || rotations.contains(change.name()))
                && (change.kind() != ChangeKind.MOVED || kinds.contains(ChangeKind.MOVED));
    }

    private static String after(RotationChange change) {
        return switch (change.kind()) {
            case PRIMARY_CHANGED -> change.model().toString();
            case ENTERED -> "in";
            case LEFT -> "out";
            case MOVED -> String.valueOf(change.toPosition());
        };
    }

    private static @Nullable String before(RotationChange change) {
        return switch (change.kind()) {
            case PRIMARY_CHANGED -> null;
            case ENTERED -> "out";
            case LEFT -> "in";
            case MOVED -> String.valueOf(change.fromPosition());
        };
    }

    /** A subject's changes that are not told of yet, and what was before them. */
    private static final class Waiting {
        private final List<HeldChange> changes = new ArrayList<>();
        private @Nullable String before;

        Waiting(@Nullable String before) {
            this.before = before;
        }

        void add(HeldChange change) {
            changes.add(change);
        }

        HeldChange newest() {
            return changes.getLast();
        }

        long firstRevision() {
            return changes.getFirst().change().revision();
        }

        List<Long> offsets() {
            return changes.stream().map(HeldChange::offset).toList();
        }

        Instant dueAt(Duration hold) {
            Instant rested = newest().at().plus(hold);
            Instant longest = changes.getFirst().at().plus(hold.multipliedBy(MOST_HOLDS));
            return rested.isBefore(longest) ? rested : longest;
        }
    }
}
