package dev.rota.tester.worker;

import dev.rota.tester.suite.Suite;
import dev.rota.tester.suite.SuiteLibrary;
import dev.rota.tester.suite.Task;
import java.util.List;

/** What a probe asks for: {@code suite}, or {@code suite#task} for a single task of it. */
sealed interface SuiteChoice {
    /** The tasks to run. */
    record Chosen(Suite suite, List<Task> tasks) implements SuiteChoice {
        public Chosen {
            tasks = List.copyOf(tasks);
        }
    }

    /** There is no such suite or task. */
    record Unknown(String message) implements SuiteChoice {}

    static SuiteChoice of(String text, SuiteLibrary library) {
        int mark = text.indexOf('#');
        String name = mark < 0 ? text : text.substring(0, mark);
        return library.find(name)
                .map(suite -> mark < 0 ? new Chosen(suite, suite.tasks()) : single(suite, text.substring(mark + 1)))
                .orElseGet(() -> new Unknown(
                        "this tester knows no suite \"" + name + "\"; it knows " + String.join(", ", library.names())));
    }

    private static SuiteChoice single(Suite suite, String task) {
        return suite.task(task)
                .<SuiteChoice>map(found -> new Chosen(suite, List.of(found)))
                .orElseGet(() -> new Unknown("suite \"" + suite.name() + "\" has no task \"" + task + "\"; it has "
                        + String.join(
                                ", ", suite.tasks().stream().map(Task::name).toList())));
    }
}
