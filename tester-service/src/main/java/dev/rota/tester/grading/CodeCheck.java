package dev.rota.tester.grading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that code should do. Expected values stay on our side: the sandbox only tells what came of an expression,
 * so nothing the code does to its surroundings makes a check pass.
 */
public sealed interface CodeCheck {
    String name();

    double weight();

    /**
     * An expression has a value.
     *
     * @param expression JavaScript that calls the function
     * @param equals the value it should have, as JSON text
     * @param tolerance how far a number may be off; 0 for not at all
     */
    record Value(String name, double weight, String expression, String equals, double tolerance) implements CodeCheck {}

    /**
     * An expression throws.
     *
     * @param expression JavaScript that calls the function
     * @param error the kind of error it should throw, such as {@code TypeError}; null for any
     * @param message what its message should contain, in either case; null for anything
     */
    record Throws(
            String name,
            double weight,
            String expression,
            @Nullable String error,
            @Nullable String message) implements CodeCheck {}

    /**
     * The function has a comment directly above it.
     *
     * @param mentions what the comment should contain, in either case
     */
    record Documented(String name, double weight, List<String> mentions) implements CodeCheck {
        public Documented {
            mentions = List.copyOf(mentions);
        }
    }
}
