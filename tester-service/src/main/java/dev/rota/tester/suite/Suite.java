package dev.rota.tester.suite;

import dev.rota.domain.Checks;
import java.util.List;
import java.util.Optional;

/**
 * A suite of tasks, run one after the other.
 *
 * @param name what probes call it
 * @param version hash of its content: results of different versions are of different questions
 * @param description one sentence
 * @param timeouts limits of each request
 * @param tasks in order; the first is the cheapest, for probes that can afford only one
 */
public record Suite(String name, String version, String description, Timeouts timeouts, List<Task> tasks) {
    public Suite {
        Checks.text("suite name", name);
        Checks.text("suite version", version);
        tasks = List.copyOf(tasks);
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("suite " + name + " needs at least one task");
        }
    }

    public Optional<Task> task(String taskName) {
        return tasks.stream().filter(task -> task.name().equals(taskName)).findFirst();
    }
}
