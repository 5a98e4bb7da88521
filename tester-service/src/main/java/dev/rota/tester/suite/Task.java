package dev.rota.tester.suite;

import dev.rota.domain.Checks;
import dev.rota.tester.grading.WeightedGrader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and how its answer is judged. A conversation of several turns is scripted: the earlier turns, the
 * assistant's included, are messages, and the model answers the last. So a task is always one request and one result.
 *
 * @param name unique in its suite
 * @param messages the conversation so far, in order
 * @param tools offered to the model; empty for none
 * @param maxTokens output limit, reasoning included; null leaves it to the provider
 * @param temperature null leaves it to the provider
 * @param graders judge the answer; never empty
 * @param examples answers with the quality they must get, for {@code rota suite check}
 */
public record Task(
        String name,
        List<Message> messages,
        List<Tool> tools,
        @Nullable Integer maxTokens,
        @Nullable Double temperature,
        List<WeightedGrader> graders,
        List<Example> examples) {

    public Task {
        Checks.text("task name", name);
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        graders = List.copyOf(graders);
        examples = List.copyOf(examples);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("task " + name + " needs at least one message");
        }
        if (graders.isEmpty()) {
            throw new IllegalArgumentException("task " + name + " needs at least one grader");
        }
    }
}
