package dev.rota.ranking.selection;

import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.standing.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the account or the network is to be suspected before the models.
 *
 * <p>Either several of the rotation's models failed since anybody last answered, so many that chance is no explanation
 * (the product of their chances to fail, as published, is below one in a hundred), or the newest results of several
 * were set aside because they were no fault of a model's.
 *
 * @param since start of the first result of the trouble
 * @param note one sentence for the rotation
 */
record Trouble(Instant since, String note) {
    private static final int SEVERAL = 3;
    private static final double CHANCE = 0.01;

    static Optional<Trouble> of(Board board, List<RotationEntry> lastGood) {
        Optional<Trouble> account = onlySetAside(board, lastGood);
        return account.isPresent() ? account : allFailing(board, lastGood);
    }

    private static Optional<Trouble> allFailing(Board board, List<RotationEntry> entries) {
        Instant success = board.newestSuccess();
        double chance = 1;
        List<Instant> failed = new ArrayList<>();
        for (RotationEntry entry : entries) {
            Standing standing = standing(board, entry);
            Instant last = standing == null ? null : standing.lastResultAt();
            if (standing != null && last != null && standing.consecutiveFailures() > 0 && after(last, success)) {
                chance *= 1 - entry.successRate();
                failed.add(last);
            }
        }
        if (failed.size() < SEVERAL || chance > CHANCE) {
            return Optional.empty();
        }
        Instant since = failed.stream().min(Instant::compareTo).orElseThrow();
        return Optional.of(new Trouble(
                since,
                "all " + failed.size() + " models of this rotation that were tried since " + since
                        + " failed, so the account or the network is suspected first and the last good order stays"));
    }

    private static Optional<Trouble> onlySetAside(Board board, List<RotationEntry> entries) {
        List<Instant> setAside = new ArrayList<>();
        for (RotationEntry entry : entries) {
            Standing standing = standing(board, entry);
            if (standing != null && standing.setAside() > 0 && after(standing.computedAt(), board.newestCounted())) {
                setAside.add(standing.computedAt());
            }
        }
        if (setAside.size() < Math.min(SEVERAL, Math.max(1, entries.size()))) {
            return Optional.empty();
        }
        Instant since = setAside.stream().min(Instant::compareTo).orElseThrow();
        return Optional.of(new Trouble(
                since,
                "since " + since + " every result is a failure of the account or of the local network,"
                        + " which says nothing about models, so the last good order stays"));
    }

    private static @Nullable Standing standing(Board board, RotationEntry entry) {
        return board.seat(entry.model()).map(Seat::standing).orElse(null);
    }

    private static boolean after(Instant time, @Nullable Instant other) {
        return other == null || time.isAfter(other);
    }
}
