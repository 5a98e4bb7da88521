package dev.rota.discovery.plan;

import dev.rota.domain.Checks;
import java.util.List;

/**
 * What planning has to know of the suite that testers run: its name, and its tasks, each of which is one request.
 *
 * @param name the suite's name
 * @param tasks its tasks, the cheapest first
 */
public record SuiteOutline(String name, List<String> tasks) {
    public SuiteOutline {
        Checks.text("suite", name);
        tasks = List.copyOf(tasks);
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("the suite " + name + " must name at least one task");
        }
    }

    /** How many requests the whole suite is. */
    public int requests() {
        return tasks.size();
    }

    /** How many requests a probe is, as it names its suite. One of another suite is taken to be as large as this. */
    public int requests(String suite) {
        return suite.indexOf('#') >= 0 ? 1 : requests();
    }

    String only(String task) {
        return name + "#" + task;
    }
}
