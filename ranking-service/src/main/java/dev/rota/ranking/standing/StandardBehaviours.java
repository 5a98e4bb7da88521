package dev.rota.ranking.standing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A small grid of behaviours: how reliable while up, crossed with how outages come and go. */
final class StandardBehaviours {
    private static final double[] ANSWERS_UP = {0.97, 0.9, 0.75, 0.5, 0.25};
    private static final double ANSWERS_DOWN = 0.05;

    static final List<Behaviour> ALL = grid();

    private StandardBehaviours() {}

    private static List<Behaviour> grid() {
        List<Behaviour> grid = new ArrayList<>();
        for (double answersUp : ANSWERS_UP) {
            // No outages to speak of: it answers or not as a coin falls.
            grid.add(new Behaviour(1, Duration.ofDays(1_000), Duration.ofMinutes(15), answersUp, ANSWERS_DOWN));
            grid.add(new Behaviour(1, Duration.ofDays(40), Duration.ofDays(2), answersUp, ANSWERS_DOWN));
            grid.add(new Behaviour(1, Duration.ofDays(10), Duration.ofDays(10), answersUp, ANSWERS_DOWN));
            // Dead, with a lucky day now and then.
            grid.add(new Behaviour(1, Duration.ofDays(2), Duration.ofDays(30), answersUp, ANSWERS_DOWN));
        }
        return List.copyOf(grid);
    }
}
