package dev.rota.tester.marking;

import dev.rota.tester.sandbox.Outcome;

/** Outcomes in words. */
final class Outcomes {
    private Outcomes() {}

    static String describe(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Value(String json) -> "it is " + json;
            case Outcome.Threw threw
            when threw.name().isEmpty() -> threw.message().isEmpty() ? "it threw" : threw.message();
            case Outcome.Threw threw -> "it threw " + threw.name() + ": " + threw.message();
            case Outcome.Stopped stopped -> "it " + stopped.what();
            case Outcome.NotRun _ -> "it was not run: the time for all checks was used up";
        };
    }
}
