package dev.rota.domain.result;

/** Where a result comes from. */
public enum Source {
    /** A tester ran a task of a suite. */
    PROBE,
    /** A real request of a user's went to the model. */
    TRAFFIC,
    /** History brought in from a file. */
    IMPORT
}
