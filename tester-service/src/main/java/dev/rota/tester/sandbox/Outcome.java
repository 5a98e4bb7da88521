package dev.rota.tester.sandbox;

/** What came of loading, or of a step. */
public sealed interface Outcome {
    /**
     * It has a value.
     *
     * @param json the value as JSON; what JSON cannot say is an object with the one member {@code $}, such as
     *     {@code {"$":"NaN"}}
     */
    record Value(String json) implements Outcome {}

    /**
     * It threw.
     *
     * @param kind the built-in error it is a kind of, such as {@code RangeError}; empty for what is no error
     * @param name the error's name
     * @param message the error's message
     */
    record Threw(String kind, String name, String message) implements Outcome {}

    /**
     * It went over a limit.
     *
     * @param what the limit, in a few words
     */
    record Stopped(String what) implements Outcome {}

    /** It was not begun, because the program's time was used up. */
    record NotRun() implements Outcome {}
}
