package dev.rota.tester;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import dev.rota.tester.grading.Check;
import dev.rota.tester.grading.Grade;
import dev.rota.tester.grading.Grader;
import dev.rota.tester.grading.Grading;
import dev.rota.tester.grading.WeightedGrader;
import dev.rota.tester.suite.Message;
import dev.rota.tester.suite.Suite;
import dev.rota.tester.suite.SuiteLibrary;
import dev.rota.tester.suite.Task;
import dev.rota.tester.suite.Timeouts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Small stand-ins for what a worker works with. */
public final class Fakes {
    /** Grades every answer the same. */
    public static final Grading GRADING = (graders, answer) ->
            Grade.of(List.of(new Check("says something", 1, !answer.text().isBlank(), "")));

    private Fakes() {}

    /** A library of one suite, {@code two}, of the tasks {@code one} and {@code other}. */
    public static SuiteLibrary library() {
        return library("two", "one", "other");
    }

    /** A library of one suite, of small tasks. */
    public static SuiteLibrary library(String name, String... tasks) {
        Timeouts timeouts = new Timeouts(
                Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(20));
        List<Task> all = Stream.of(tasks).map(Fakes::task).toList();
        Suite suite = new Suite(name, "v1", "Small tasks.", timeouts, all);
        return new SuiteLibrary() {
            @Override
            public Optional<Suite> find(String wanted) {
                return wanted.equals(name) ? Optional.of(suite) : Optional.empty();
            }

            @Override
            public List<String> names() {
                return List.of(name);
            }
        };
    }

    private static Task task(String name) {
        WeightedGrader grader = new WeightedGrader(new Grader.Contains(List.of("x"), true), 1);
        return new Task(name, List.of(Message.user("Say something.")), List.of(), 100, 0.0, List.of(grader), List.of());
    }

    /** A probe of a free model. */
    public static ModelFound probe(String id, ModelId model, String suite) {
        return new ModelFound(id, model, Trigger.NEW, suite, Instant.parse("2026-11-23T06:00:00Z"), facts(true));
    }

    /** Facts of a model, free or a millionth of a dollar a token. */
    public static Facts facts(boolean free) {
        String price = free ? "0" : "0.000001";
        return new Facts(
                "name",
                "family",
                8_000,
                null,
                Set.of("text"),
                Set.of("text"),
                Set.of(),
                price,
                price,
                free,
                null,
                null);
    }
}
