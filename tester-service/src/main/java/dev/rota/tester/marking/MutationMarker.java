package dev.rota.tester.marking;

import dev.rota.tester.grading.Check;
import dev.rota.tester.grading.Grader;
import dev.rota.tester.grading.Mutant;
import dev.rota.tester.sandbox.Outcome;
import dev.rota.tester.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs an answer's tests against the right implementation and against broken ones, each time from the same fresh state,
 * so that tests can tell them apart by their behaviour only. Tests that reject the right one, or reject nothing, prove
 * nothing and get nothing.
 */
final class MutationMarker {
    private static final String ACCEPTS = "accepts the right implementation";

    private final Sandbox sandbox;

    MutationMarker(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    List<Check> mark(Grader.Mutation grader, String text) {
        List<String> steps = new ArrayList<>();
        steps.add(trial(grader.function(), grader.right()));
        grader.mutants().forEach(mutant -> steps.add(trial(grader.function(), mutant.source())));
        LoadedCode loaded = LoadedCode.run(sandbox, text, grader.function(), steps, true);
        if (!loaded.run().loaded()) {
            return nothing(grader, loaded.problem(grader.function()));
        }
        List<Outcome> outcomes = loaded.run().steps();
        if (!accepted(outcomes.getFirst())) {
            return nothing(grader, "on the right implementation " + Outcomes.describe(outcomes.getFirst()));
        }
        return checks(grader.mutants(), outcomes.subList(1, outcomes.size()));
    }

    private static List<Check> checks(List<Mutant> mutants, List<Outcome> outcomes) {
        List<Check> rejections = IntStream.range(0, mutants.size())
                .mapToObj(i -> rejection(mutants.get(i), outcomes.get(i)))
                .toList();
        boolean any = rejections.stream().anyMatch(Check::passed);
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(ACCEPTS, 1, any, any ? "" : "it rejects no broken one either"));
        checks.addAll(rejections);
        return checks;
    }

    /** The wrapper looks the same whatever is in it. */
    private static String trial(String function, String implementation) {
        return "%s(((implementation) => (...given) => implementation(...given))(%s\n))"
                .formatted(function, implementation.strip());
    }

    private static boolean accepted(Outcome outcome) {
        return outcome instanceof Outcome.Value(String json) && !json.equals("false");
    }

    /** A test that never ends on a broken implementation has noticed it; one that was not run has not. */
    private static Check rejection(Mutant mutant, Outcome outcome) {
        boolean rejected = !accepted(outcome) && !(outcome instanceof Outcome.NotRun);
        String detail = outcome instanceof Outcome.NotRun ? Outcomes.describe(outcome) : "it is accepted";
        return new Check(name(mutant), 1, rejected, rejected ? "" : detail);
    }

    private static List<Check> nothing(Grader.Mutation grader, String why) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(ACCEPTS, 1, false, why));
        grader.mutants().forEach(mutant -> checks.add(new Check(name(mutant), 1, false, "not judged: " + why)));
        return checks;
    }

    private static String name(Mutant mutant) {
        return "rejects: " + mutant.name();
    }
}
