package dev.rota.tester.sandbox;

import java.util.List;

/**
 * What came of a program.
 *
 * @param load what came of loading: the value {@code true} if the function is there afterwards
 * @param steps what came of each step, in order; empty if loading did not find the function
 */
public record Run(Outcome load, List<Outcome> steps) {
    public Run {
        steps = List.copyOf(steps);
    }

    public boolean loaded() {
        return load instanceof Outcome.Value(String json) && json.equals("true");
    }
}
