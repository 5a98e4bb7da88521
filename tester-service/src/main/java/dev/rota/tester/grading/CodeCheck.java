package dev.rota.tester.grading;

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

    /** An expression throws. */
    record Throws(String name, double weight, String expression) implements CodeCheck {}

    /** The function has a comment directly before or at the beginning of it. */
    record Documented(String name, double weight) implements CodeCheck {}
}
