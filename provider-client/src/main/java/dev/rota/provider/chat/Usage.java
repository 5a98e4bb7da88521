package dev.rota.provider.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.provider.judge.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The provider's own count.
 *
 * @param prompt tokens of the request; null if not said
 * @param completion tokens of the answer; null if not said
 * @param reasoning tokens of reasoning among them; 0 if not said
 */
record Usage(@Nullable Integer prompt, @Nullable Integer completion, int reasoning) {

    static Usage of(JsonNode node) {
        JsonNode details = node.path("completion_tokens_details");
        Integer reasoning = count(details.path("reasoning_tokens"));
        return new Usage(
                count(node.path("prompt_tokens")),
                count(node.path("completion_tokens")),
                reasoning == null ? 0 : reasoning);
    }

    private static @Nullable Integer count(JsonNode node) {
        return node.canConvertToInt() && node.intValue() >= 0 ? Integer.valueOf(node.intValue()) : null;
    }

    /** The count, or an estimate from the text where the provider gives none; null if there is nothing to count. */
    static @Nullable Tokens tokens(@Nullable Usage usage, String text, String reasoning, boolean toolCalls) {
        Integer completion = usage == null ? null : usage.completion();
        if (usage != null && completion != null && (completion > 0 || (text.isEmpty() && !toolCalls))) {
            return new Tokens(usage.prompt(), completion, usage.reasoning(), false);
        }
        if (text.isEmpty() && reasoning.isEmpty() && !toolCalls) {
            return null;
        }
        int thought = TokenEstimate.of(reasoning);
        Integer prompt = usage == null ? null : usage.prompt();
        return new Tokens(prompt, Math.max(1, TokenEstimate.of(text) + thought), thought, true);
    }
}
