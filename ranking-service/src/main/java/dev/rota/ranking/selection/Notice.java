package dev.rota.ranking.selection;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether a reader of the last revision would notice the difference. */
final class Notice {
    private final Board board;
    private final Instant at;
    private final double share;

    Notice(Board board, Instant at) {
        this.board = board;
        this.at = at;
        this.share = board.policy().steadiness().notice();
    }

    boolean worthTelling(Rotation before, Rotation next) {
        List<RotationEntry> old = before.entries();
        List<RotationEntry> now = next.entries();
        if (before.stale() != next.stale()
                || !before.policy().equals(next.policy())
                || old.isEmpty() != now.isEmpty()
                || old.size() != now.size()) {
            return true;
        }
        return !old.isEmpty()
                && (!old.getFirst().model().equals(now.getFirst().model())
                        || membersChanged(old, now)
                        || figuresMoved(old, now));
    }

    /** Whether somebody left who had to, or somebody came in who is clearly better than the worst who left. */
    private boolean membersChanged(List<RotationEntry> old, List<RotationEntry> now) {
        List<ModelId> oldModels = Entries.models(old);
        List<ModelId> nowModels = Entries.models(now);
        List<RotationEntry> left =
                old.stream().filter(entry -> !nowModels.contains(entry.model())).toList();
        if (left.stream().anyMatch(this::hadToLeave)) {
            return true;
        }
        double worst = left.stream().mapToDouble(this::value).max().orElse(Double.NaN);
        return now.stream()
                .filter(entry -> !oldModels.contains(entry.model()))
                .anyMatch(entry -> worst - value(entry) > share * Math.abs(worst));
    }

    private boolean hadToLeave(RotationEntry entry) {
        return board.seat(entry.model()).map(seat -> !board.admits(seat, at)).orElse(true);
    }

    private double value(RotationEntry entry) {
        return board.seat(entry.model()).map(Seat::value).orElse(Double.NaN);
    }

    /**
     * Whether a figure moved by more than the share. Two neighbours with all but the same figures may swap places
     * unnoticed: whoever tries either first is served as well.
     */
    private boolean figuresMoved(List<RotationEntry> old, List<RotationEntry> now) {
        Map<ModelId, RotationEntry> byModel = new HashMap<>();
        now.forEach(entry -> byModel.put(entry.model(), entry));
        return old.stream()
                .filter(entry -> byModel.containsKey(entry.model()))
                .anyMatch(entry -> moved(entry, Objects.requireNonNull(byModel.get(entry.model()))));
    }

    private boolean moved(RotationEntry before, RotationEntry now) {
        return before.tier() != now.tier()
                || Math.abs(now.expectedTimeToSuccessMs() - before.expectedTimeToSuccessMs())
                        > share * before.expectedTimeToSuccessMs()
                || Math.abs(before.successRate() - now.successRate()) > share;
    }
}
