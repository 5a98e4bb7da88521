package dev.rota.ranking.standing;

import java.time.Duration;

/**
 * One way a model may behave: it is up or down, changes between the two at random, and answers most requests while up
 * and few while down.
 *
 * @param prior how common such models are, relative to the other behaviours
 * @param upFor mean time between two outages
 * @param downFor mean length of an outage
 * @param answersUp chance of success while up
 * @param answersDown chance of success while down
 */
public record Behaviour(double prior, Duration upFor, Duration downFor, double answersUp, double answersDown) {
    public Behaviour {
        if (!(prior > 0)) {
            throw new IllegalArgumentException("prior must be more than 0, not " + prior);
        }
        if (!(answersDown >= 0 && answersDown < answersUp && answersUp <= 1)) {
            throw new IllegalArgumentException(
                    "answersDown " + answersDown + " must be below answersUp " + answersUp + ", both from 0 to 1");
        }
    }

    /** How fast a state is forgotten: the rate at which up and down follow upon each other, a millisecond. */
    double forgets() {
        return 1.0 / upFor.toMillis() + 1.0 / downFor.toMillis();
    }

    /** The share of time such a model is up. */
    double mostlyUp() {
        return upFor.toMillis() / (double) (upFor.toMillis() + downFor.toMillis());
    }
}
