package dev.rota.tester.suite;

/** Who says a message. */
public enum Role {
    SYSTEM,
    USER,
    ASSISTANT,
    /** The result of a tool the assistant called. */
    TOOL
}
