package dev.rota.tester.grading;

/**
 * A broken implementation.
 *
 * @param name what is broken
 * @param source of a JavaScript expression: the implementation
 */
public record Mutant(String name, String source) {}
