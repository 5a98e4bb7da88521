package dev.rota.tester.marking;

import dev.rota.tester.sandbox.Outcome;
import dev.rota.tester.sandbox.Program;
import dev.rota.tester.sandbox.Run;
import dev.rota.tester.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer's code, run.
 *
 * @param code the candidate that was run
 * @param run what came of it
 */
record LoadedCode(String code, Run run) {
    /** No further candidate is tried after this long, so that a hostile answer cannot spend the limits of each. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Run NO_CODE = new Run(new Outcome.Threw("", "", "there is no code in the answer"), List.of());

    /** Runs the first candidate that loads, or tells why the last one did not. */
    static LoadedCode run(Sandbox sandbox, String text, String function, List<String> steps, boolean isolated) {
        long start = System.nanoTime();
        LoadedCode last = new LoadedCode("", NO_CODE);
        for (String code : withTypesStripped(AnswerCode.candidates(text, function))) {
            Run run = sandbox.run(new Program(code, function, steps, isolated));
            last = new LoadedCode(code, run);
            boolean outOfTime = run.load() instanceof Outcome.Stopped || System.nanoTime() - start > PATIENCE.toNanos();
            if (run.loaded() || outOfTime) {
                break;
            }
        }
        return last;
    }

    /** Every candidate as it is, and only then as TypeScript. */
    private static List<String> withTypesStripped(List<String> candidates) {
        List<String> all = new ArrayList<>(candidates);
        candidates.stream()
                .map(TypeScript::stripped)
                .filter(code -> !candidates.contains(code))
                .forEach(all::add);
        return all;
    }

    /** Why the code could not be used, in a few words. */
    String problem(String function) {
        return switch (run.load()) {
            case Outcome.Value _ -> "the code does not define the function " + function;
            case Outcome.Threw threw -> Outcomes.describe(threw);
            case Outcome.Stopped stopped -> "the code " + stopped.what();
            case Outcome.NotRun _ -> "the code was not run";
        };
    }
}
