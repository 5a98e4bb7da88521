package dev.rota.ranking.selection;

import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.policy.Policy;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes in words: one sentence each, with the figures that decided. */
final class Reasons {
    private final Policy policy;
    private final Board board;
    private final Rotation next;
    private final Instant at;

    Reasons(Policy policy, Board board, Rotation next, Instant at) {
        this.policy = policy;
        this.board = board;
        this.next = next;
        this.at = at;
    }

    String primary(@Nullable RotationEntry old, RotationEntry now) {
        if (next.stale()) {
            return back();
        }
        if (old == null) {
            return "it is the first primary: " + figures(now) + ".";
        }
        Optional<String> out = whyOut(old);
        if (out.isPresent()) {
            return old.model() + " is out (" + out.get() + "), and this is the best of the others: " + figures(now)
                    + ".";
        }
        Seat holder = board.seat(old.model()).orElseThrow();
        Seat winner = board.seat(now.model()).orElseThrow();
        return unprotected(holder.standing()) + "it is " + lead(winner, holder) + ": " + figures(now) + ", against "
                + figures(holder.standing()) + ".";
    }

    /** Why the old primary could not count on being kept; nothing if it could. */
    private String unprotected(Standing holder) {
        if (policy.steadiness().failing(holder)) {
            return holder.model() + " failed " + holder.consecutiveFailures() + " times in a row, last with "
                    + holder.lastFailureKind() + "; ";
        }
        return policy.steadiness().established(holder)
                ? ""
                : "too little is known of " + holder.model() + " to keep it before a better one; ";
    }

    private String lead(Seat winner, Seat holder) {
        double gain = holder.value() - winner.value();
        String order = holder.model() + " by the policy's order";
        if (gain == 0) {
            return "as good as " + order + ", and before it by name";
        }
        String better = share(gain / Math.abs(holder.value())) + "better than " + order;
        return policy.steadiness().protects(holder.standing())
                ? better + " (it took "
                        + percent(policy.steadiness().marginBetween(holder.standing(), winner.standing())) + ")"
                : better;
    }

    /** Of a value of nothing there is no share. */
    private static String share(double gain) {
        if (!Double.isFinite(gain)) {
            return "";
        }
        return (gain < 0.01 ? "less than 1 %" : percent(gain)) + " ";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    String entered(RotationEntry now) {
        return next.stale() ? back() : "it comes in at " + now.position() + ": " + figures(now) + ".";
    }

    String left(RotationEntry old) {
        Optional<String> out = whyOut(old);
        if (out.isPresent()) {
            return out.get() + ".";
        }
        if (next.stale()) {
            return back();
        }
        String figures =
                board.seat(old.model()).map(seat -> figures(seat.standing())).orElse("nothing is known of it");
        return "others are better: " + figures + ", and the last of "
                + next.entries().size() + " entries has "
                + figures(next.entries().getLast()) + ".";
    }

    String moved(RotationEntry old, RotationEntry now) {
        if (next.stale()) {
            return back();
        }
        boolean self = Math.abs(now.expectedTimeToSuccessMs() - old.expectedTimeToSuccessMs())
                > 0.01 * old.expectedTimeToSuccessMs();
        return self
                ? String.format(
                        Locale.ROOT,
                        "its expected time to success went from %s to %s: %s.",
                        seconds(old.expectedTimeToSuccessMs()),
                        seconds(now.expectedTimeToSuccessMs()),
                        figures(now))
                : "others moved past or away: " + figures(now) + ".";
    }

    private String back() {
        return "the last good order is restored: " + next.note() + ".";
    }

    private Optional<String> whyOut(RotationEntry old) {
        Optional<Seat> seat = board.seat(old.model());
        if (seat.isEmpty()) {
            return Optional.of("nothing is known of it any more");
        }
        if (seat.get().objection() != null) {
            return Optional.of(Objects.requireNonNull(seat.get().objection()));
        }
        return board.admits(seat.get(), at)
                ? Optional.empty()
                : Optional.of("its newest result is of " + seat.get().standing().lastResultAt() + ", too old");
    }

    private String figures(RotationEntry entry) {
        return figures(
                entry.expectedTimeToSuccessMs(),
                entry.successRate(),
                entry.latencyP50Ms(),
                entry.quality(),
                entry.observations());
    }

    private String figures(Standing standing) {
        return figures(
                Objects.requireNonNullElse(standing.expectedTimeToSuccessMs(), Double.NaN),
                standing.successRate(),
                Objects.requireNonNullElse(standing.latencyP50Ms(), Double.NaN),
                standing.quality(),
                standing.observations());
    }

    /** With the quality only where the policy asks for it. */
    private String figures(
            double timeToSuccess, double successRate, double p50, @Nullable Double quality, long observations) {
        return String.format(
                Locale.ROOT,
                "%s expected to a success (%.0f %% succeed, median %s, %s%d result%s)",
                seconds(timeToSuccess),
                successRate * 100,
                seconds(p50),
                quality == null || !policy.order().names("quality")
                        ? ""
                        : String.format(Locale.ROOT, "quality %.1f/5, ", quality * 5),
                observations,
                observations == 1 ? "" : "s");
    }

    private static String seconds(double millis) {
        return String.format(Locale.ROOT, millis < 10_000 ? "%.2f s" : "%.1f s", millis / 1000);
    }
}
