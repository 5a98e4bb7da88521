package dev.rota.tester.suite;

import dev.rota.domain.Checks;
import dev.rota.tester.grading.Answer;

/**
 * An answer somebody might give, and the quality it must get.
 *
 * @param name says what is right or wrong with it
 * @param answer the answer
 * @param minQuality the least quality that is right, from 0 to 1
 * @param maxQuality the most
 */
public record Example(String name, Answer answer, double minQuality, double maxQuality) {
    public Example {
        Checks.text("example name", name);
        Checks.fraction("minQuality", minQuality);
        Checks.fraction("maxQuality", maxQuality);
        if (minQuality > maxQuality) {
            throw new IllegalArgumentException(
                    "example " + name + ": minQuality " + minQuality + " is above maxQuality " + maxQuality);
        }
    }
}
