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
        int failures = holder.standing().consecutiveFailures();
        String lapse = failures >= policy.steadiness().unseatAfterFailures()
                ? old.model() + " failed " + failures + " times in a row, last with "
                        + holder.standing().lastFailureKind() + "; "
                : "";
        Seat winner = board.seat(now.model()).orElseThrow();
        double gain = (holder.value() - winner.value()) / Math.abs(holder.value());
        return lapse
                + String.format(
                        Locale.ROOT,
                        "it is %.0f %% better than %s by the policy's order (it took %.0f %%): %s, against %s.",
                        gain * 100,
                        old.model(),
                        policy.steadiness().marginBetween(holder.standing(), winner.standing()) * 100,
                        figures(now),
                        figures(holder.standing()));
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

    private static String figures(RotationEntry entry) {
        return figures(
                entry.expectedTimeToSuccessMs(), entry.successRate(), entry.latencyP50Ms(), entry.observations());
    }

    private static String figures(Standing standing) {
        return figures(
                Objects.requireNonNullElse(standing.expectedTimeToSuccessMs(), Double.NaN),
                standing.successRate(),
                Objects.requireNonNullElse(standing.latencyP50Ms(), Double.NaN),
                standing.observations());
    }

    private static String figures(double timeToSuccess, double successRate, double p50, long observations) {
        return String.format(
                Locale.ROOT,
                "%s expected to a success (%.0f %% succeed, median %s, %d results)",
                seconds(timeToSuccess),
                successRate * 100,
                seconds(p50),
                observations);
    }

    private static String seconds(double millis) {
        return String.format(Locale.ROOT, millis < 10_000 ? "%.2f s" : "%.1f s", millis / 1000);
    }
}
