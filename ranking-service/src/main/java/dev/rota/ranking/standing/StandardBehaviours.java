package dev.rota.ranking.standing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A small grid of behaviours: how reliable while up, crossed with how outages come and go. */
final class StandardBehaviours {
    static final List<Behaviour> ALL = grid();

    private static final double ANSWERS_DOWN = 0.03;

    private StandardBehaviours() {}

    private static List<Behaviour> grid() {
        List<Behaviour> grid = new ArrayList<>();
        for (double answersUp : new double[] {0.985, 0.9, 0.7, 0.4}) {
            grid.add(behaviour(Duration.ofDays(40), Duration.ofHours(18), answersUp));
            grid.add(behaviour(Duration.ofDays(20), Duration.ofDays(10), answersUp));
            grid.add(behaviour(Duration.ofDays(4), Duration.ofDays(3), answersUp));
        }
        return List.copyOf(grid);
    }

    private static Behaviour behaviour(Duration upFor, Duration downFor, double answersUp) {
        return new Behaviour(1, upFor, downFor, answersUp, ANSWERS_DOWN);
    }
}
