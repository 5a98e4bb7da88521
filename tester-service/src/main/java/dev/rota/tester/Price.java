package dev.rota.tester;

import dev.rota.domain.model.Facts;
import dev.rota.provider.judge.Tokens;
import dev.rota.provider.judge.Transcript;
import dev.rota.tester.suite.Task;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs.
 *
 * @param prompt US dollars per token of the request
 * @param completion US dollars per token of the answer
 */
record Price(double prompt, double completion) {
    /** Fewer characters than this make no token, on the average of any language written in Latin letters. */
    private static final double CHARACTERS_PER_TOKEN = 3;

    /** What an answer without a limit is taken to have at most. */
    private static final int UNLIMITED = 16_384;

    /** The price; empty if the catalogue does not say it, or says that it depends. */
    static Optional<Price> of(Facts facts) {
        Double prompt = number(facts.promptPricePerToken());
        Double completion = number(facts.completionPricePerToken());
        return prompt == null || completion == null ? Optional.empty() : Optional.of(new Price(prompt, completion));
    }

    private static @Nullable Double number(@Nullable String text) {
        try {
            double value = text == null ? -1 : Double.parseDouble(text);
            return value >= 0 && value < 1 ? Double.valueOf(value) : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** The most that a task can cost. */
    double most(Task task) {
        Integer limit = task.maxTokens();
        return prompt * promptTokens(task) + completion * (limit == null ? UNLIMITED : limit);
    }

    /** What it did cost, as far as the provider counts tokens; the most where it does not. */
    double of(Transcript chat, Task task) {
        Tokens tokens = chat.tokens();
        if (tokens == null) {
            return chat.status() == 200 ? most(task) : 0;
        }
        Integer counted = tokens.prompt();
        return prompt * (counted == null ? promptTokens(task) : counted) + completion * tokens.completion();
    }

    private static double promptTokens(Task task) {
        long characters =
                task.messages().stream().mapToLong(m -> m.content().length()).sum()
                        + task.tools().stream()
                                .mapToLong(t -> t.description().length()
                                        + t.parametersSchema().length())
                                .sum();
        return Math.ceil(characters / CHARACTERS_PER_TOKEN) + 64;
    }
}
