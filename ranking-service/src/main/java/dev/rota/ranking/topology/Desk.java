package dev.rota.ranking.topology;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.selection.Board;
import dev.rota.ranking.selection.RotationState;
import dev.rota.ranking.selection.Selection;
import dev.rota.ranking.selection.Selector;
import dev.rota.ranking.store.HeapStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where one rotation is made: its candidates, what was published last, and evidence time. */
final class Desk {
    /**
     * What is to be told.
     *
     * @param rotation the new revision; null if there is none
     * @param changes what changed in it
     * @param at evidence time
     */
    record News(@Nullable Rotation rotation, List<RotationChange> changes, Instant at) {}

    /** How much later than the last revision evidence must be to do without a model that it had. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final String name;
    private final Selector selector;
    private final Board board;
    private final HeapStore<RotationState> states;
    private final Function<String, @Nullable Rotation> published;
    private final Succession succession;
    private final EvidenceClock clock = new EvidenceClock();
    private boolean resumed;
    private boolean withheld;
    private boolean tookOver;

    Desk(
            Policy policy,
            HeapStore<RotationState> states,
            Function<String, @Nullable Rotation> published,
            Succession succession) {
        this.name = policy.name();
        this.selector = new Selector(policy);
        this.board = new Board(policy);
        this.states = states;
        this.published = published;
        this.succession = succession;
    }

    /** Puts back a candidate that was there before the restart. */
    void recall(Standing standing) {
        board.put(standing);
        clock.advanceTo(standing.computedAt());
    }

    /** Takes in a candidate; a model without a standing leaves. */
    News take(ModelId model, @Nullable Standing standing) {
        resume();
        if (standing == null) {
            board.remove(model);
        } else {
            board.put(standing);
            clock.advanceTo(standing.computedAt());
            if (standing.retiredAt() != null) {
                clock.advanceTo(standing.retiredAt());
            }
        }
        RotationState before = states.get(name);
        if (withheld && before != null) {
            withheld = goesBack(before.rotation());
        }
        if (withheld || succession.lost(name)) {
            return nothing();
        }
        if (waits()) {
            return nothing();
        }
        return standing == null || selector.mayAlter(board, before, model) ? select(before) : nothing();
    }

    private News select(@Nullable RotationState before) {
        Selection selection = selector.select(board, before, clock.now());
        if (!selection.state().equals(before)) {
            states.put(name, selection.state());
        }
        Rotation rotation = selection.state().rotation();
        return selection.publish() ? new News(rotation, selection.changes(), rotation.computedAt()) : nothing();
    }

    /**
     * Takes over from an earlier generation, if it is time for that. Not with a candidate, for the same candidate makes
     * the earlier one publish, and the two would meet.
     */
    News relieve() {
        if (!succession.mayTakeOver() || board.all().isEmpty()) {
            return nothing();
        }
        if (!waits()) {
            return withheld || succession.lost(name) || !succession.spokenOver(name) ? nothing() : haveTheLastWord();
        }
        resume();
        RotationState before = states.get(name);
        withheld = withheld && before != null && goesBack(before.rotation());
        return withheld ? nothing() : takeOver(before);
    }

    /**
     * The earlier generation may publish until it has read that it is relieved: a revision number that this one has
     * given out as well, with an order that would stay the last one until the next change. So the order is published
     * again, under a number above both.
     */
    private News haveTheLastWord() {
        RotationState own = states.get(name);
        Rotation last = published.apply(name);
        if (own != null && last != null && own.rotation().revision() < last.revision()) {
            own = new RotationState(numbered(own.rotation(), last.revision()), own.primarySince(), own.lastGood());
            states.put(name, own);
        }
        return takeOver(own);
    }

    private static Rotation numbered(Rotation rotation, long revision) {
        return new Rotation(
                rotation.name(),
                revision,
                rotation.computedAt(),
                rotation.policy(),
                rotation.entries(),
                rotation.staleSince(),
                rotation.note());
    }

    /** Publishes even what is no news, for this is how the earlier generation learns that it is relieved. */
    private News takeOver(@Nullable RotationState before) {
        tookOver = true;
        News news = select(before);
        RotationState state = states.get(name);
        if (news.rotation() != null || state == null) {
            return news;
        }
        Rotation last = state.rotation();
        Rotation again = new Rotation(
                name, last.revision() + 1, clock.now(), last.policy(), last.entries(), last.staleSince(), last.note());
        states.put(name, new RotationState(again, state.primarySince(), state.lastGood()));
        return new News(again, List.of(), again.computedAt());
    }

    /** Whether an earlier generation still makes this rotation. */
    private boolean waits() {
        return !tookOver && succession.waits(name);
    }

    private News nothing() {
        return new News(null, List.of(), clock.now());
    }

    /**
     * Once, and again while an earlier generation publishes: if readers got a later revision than our own state
     * remembers, goes on from theirs; and says nothing until evidence is where it was then, for a rebuild works through
     * the whole history again.
     */
    private void resume() {
        if (resumed && !waits()) {
            return;
        }
        Rotation last = published.apply(name);
        RotationState own = states.get(name);
        if (!resumed) {
            withheld = (own == null || waits()) && last != null;
        }
        resumed = true;
        if (last != null && (own == null || own.rotation().revision() < last.revision())) {
            boolean samePrimary = own != null && primary(own.rotation()).equals(primary(last));
            Instant since = own != null && samePrimary ? own.primarySince() : last.computedAt();
            states.put(name, new RotationState(last, since, own != null && last.stale() ? own.lastGood() : last));
        }
    }

    private boolean goesBack(Rotation last) {
        boolean behind = clock.now().isBefore(last.computedAt());
        boolean incomplete = last.entries().stream()
                .anyMatch(entry -> board.seat(entry.model()).isEmpty());
        return behind || (incomplete && clock.now().isBefore(last.computedAt().plus(PATIENCE)));
    }

    private static String primary(Rotation rotation) {
        return rotation.primary().map(entry -> entry.model().toString()).orElse("");
    }
}
