package dev.rota.ranking.selection;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.ranking.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes one policy's next rotation. Immutable; all state is in its arguments. */
public final class Selector {
    private final Policy policy;
    private final String hash;

    public Selector(Policy policy) {
        this.policy = policy;
        this.hash = policy.hash();
    }

    public Policy policy() {
        return policy;
    }

    /**
     * Whether a model's new standing, already on the board, can make a difference. If not, {@link #select} may be
     * spared: the rotation is full, the model is not in it, and it is no better than the last entry.
     */
    public boolean mayAlter(Board board, @Nullable RotationState before, ModelId model) {
        if (before == null
                || before.rotation().stale()
                || !before.rotation().policy().equals(hash)) {
            return true;
        }
        List<RotationEntry> entries = before.rotation().entries();
        if (before.rotation().lists(model)) {
            return true;
        }
        Optional<Seat> seat = board.seat(model);
        if (seat.isEmpty() || !seat.get().eligible()) {
            return false;
        }
        boolean answered = seat.get().standing().consecutiveFailures() == 0;
        if (answered && !before.lastGood().entries().equals(entries)) {
            return true;
        }
        return entries.size() < policy.size()
                || board.seat(entries.getLast().model())
                        .map(last -> !last.eligible() || seat.get().value() < last.value())
                        .orElse(true);
    }

    /**
     * The next rotation.
     *
     * @param board the standings
     * @param before what the last selection left; null for the first
     * @param at evidence time
     */
    public Selection select(Board board, @Nullable RotationState before, Instant at) {
        Optional<Trouble> trouble = before == null
                ? Optional.empty()
                : Trouble.of(board, before.lastGood().entries());
        if (before != null && trouble.isPresent()) {
            return keep(board, before, trouble.get(), at);
        }
        List<Seat> chosen = Lineup.of(board, before, at);
        List<RotationEntry> entries = Entries.of(chosen);
        Rotation next = rotation(before, at, entries, null, entries.isEmpty() ? emptyNote(board) : null);
        return settle(board, before, next, at);
    }

    /** The last good order, less the models that are gone for good, marked stale. */
    private Selection keep(Board board, RotationState before, Trouble trouble, Instant at) {
        List<RotationEntry> left = before.lastGood().entries().stream()
                .filter(entry -> board.seat(entry.model())
                        .map(seat -> !seat.standing().retired())
                        .orElse(false))
                .toList();
        if (before.rotation().stale() && models(before.rotation()).equals(Entries.models(left))) {
            return new Selection(before, false, List::of);
        }
        Rotation next = rotation(before, at, Entries.renumbered(left), trouble.since(), trouble.note());
        return publish(board, before, next, before.primarySince(), before.lastGood(), at);
    }

    private Selection settle(Board board, @Nullable RotationState before, Rotation next, Instant at) {
        boolean good = Objects.equals(board.newestSuccess(), board.newestCounted());
        if (before != null && !new Notice(board, at).worthTelling(before.rotation(), next)) {
            Rotation lastGood = good ? before.rotation() : before.lastGood();
            return new Selection(
                    new RotationState(before.rotation(), before.primarySince(), lastGood), false, List::of);
        }
        boolean samePrimary = before != null && primary(before.rotation()).equals(primary(next));
        Instant since = before != null && samePrimary ? before.primarySince() : at;
        return publish(board, before, next, since, good || before == null ? next : before.lastGood(), at);
    }

    private Selection publish(
            Board board, @Nullable RotationState before, Rotation next, Instant since, Rotation lastGood, Instant at) {
        Rotation old = before == null ? null : before.rotation();
        return new Selection(
                new RotationState(next, since, lastGood), true, () -> new Changes(policy, board, old, next, at).list());
    }

    private Rotation rotation(
            @Nullable RotationState before,
            Instant at,
            List<RotationEntry> entries,
            @Nullable Instant staleSince,
            @Nullable String note) {
        long revision = before == null ? 1 : before.rotation().revision() + 1;
        return new Rotation(policy.name(), revision, at, hash, entries, staleSince, note);
    }

    private static String emptyNote(Board board) {
        if (board.all().isEmpty()) {
            return "no model has any evidence yet";
        }
        Seat example = board.all().stream()
                .min((a, b) -> a.model().compareTo(b.model()))
                .orElseThrow();
        String objection = example.objection() == null ? "its newest result is too old" : example.objection();
        return "the policy admits none of " + board.all().size() + " models; " + example.model() + ", for one: "
                + objection;
    }

    private static Optional<ModelId> primary(Rotation rotation) {
        return rotation.primary().map(RotationEntry::model);
    }

    private static List<ModelId> models(Rotation rotation) {
        return Entries.models(rotation.entries());
    }
}
