package dev.rota.provider.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.provider.judge.ToolUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what the frames of one chat say, and when its first token came. */
final class AnswerBuilder {
    /** The most of an error's text that is kept. */
    private static final int MAX_ERROR = 32 * 1024;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final ToolCalls toolCalls = new ToolCalls();
    private final ThinkSplit split = new ThinkSplit(new ThinkSplit.Parts() {
        @Override
        public void reasoning(String piece) {
            addReasoning(piece);
        }

        @Override
        public void answer(String piece) {
            text.append(piece);
            token();
        }
    });
    private long nowNanos;
    private @Nullable Long firstTokenNanos;
    private @Nullable Long firstReasoningNanos;
    private @Nullable String finishReason;
    private @Nullable String error;
    private @Nullable Usage usage;
    private boolean sawChat;

    /**
     * Takes a frame of a stream, or the one object of a plain body.
     *
     * @return whether it held anything of use
     */
    boolean accept(JsonNode frame, long nanos) {
        nowNanos = nanos;
        boolean something = usage(frame.path("usage"));
        JsonNode choice = frame.path("choices").path(0);
        if (choice.isObject()) {
            sawChat = true;
            something |= choice(choice);
        } else if (frame.path("choices").isArray()) {
            sawChat = true;
        }
        return error(frame, choice) || something;
    }

    /** Takes a usual frame of a stream: the same as with its tree. */
    boolean accept(UsualFrame frame, long nanos) {
        nowNanos = nanos;
        sawChat = true;
        int before = length();
        addReasoning(frame.reasoning());
        content(frame.content());
        return finish(frame.finishReason()) || length() > before;
    }

    /** Says that the stream itself called a frame an error. */
    void fail(String errorText) {
        if (error == null) {
            error = errorText.length() > MAX_ERROR ? errorText.substring(0, MAX_ERROR) : errorText;
        }
    }

    private boolean choice(JsonNode choice) {
        JsonNode said = choice.has("delta") ? choice.path("delta") : choice.path("message");
        int before = length();
        reasoning(said);
        content(said.path("content"));
        content(choice.path("text"));
        content(said.path("refusal"));
        if (toolCalls.add(said.path("tool_calls"))) {
            token();
        }
        JsonNode reason = choice.path("finish_reason");
        return (reason.isTextual() && finish(reason.textValue())) || length() > before;
    }

    private int length() {
        return text.length() + reasoning.length() + toolCalls.size();
    }

    private boolean finish(String reason) {
        if (reason.isEmpty()) {
            return false;
        }
        finishReason = reason;
        return true;
    }

    private void content(String piece) {
        if (!piece.isEmpty()) {
            split.add(piece);
        }
    }

    /** A string, or parts of which the textual ones count. */
    private void content(JsonNode content) {
        if (content.isTextual()) {
            content(content.textValue());
        } else if (content.isArray()) {
            content.forEach(part -> content(part.path("text")));
        }
    }

    /** The same reasoning may come as text and again as details: the first form found counts. */
    private void reasoning(JsonNode said) {
        for (String name : List.of("reasoning", "reasoning_content", "thinking")) {
            JsonNode value = said.path(name);
            if (value.isTextual() && !value.textValue().isEmpty()) {
                addReasoning(value.textValue());
                return;
            }
        }
        for (JsonNode detail : said.path("reasoning_details")) {
            for (String name : List.of("text", "summary", "data")) {
                if (detail.path(name).isTextual()) {
                    addReasoning(detail.path(name).textValue());
                }
            }
        }
    }

    private void addReasoning(String piece) {
        if (!piece.isEmpty()) {
            reasoning.append(piece);
            if (firstReasoningNanos == null) {
                firstReasoningNanos = nowNanos;
            }
        }
    }

    private void token() {
        if (firstTokenNanos == null) {
            firstTokenNanos = nowNanos;
        }
    }

    private boolean usage(JsonNode node) {
        if (!node.isObject() || node.isEmpty()) {
            return false;
        }
        usage = Usage.of(node);
        return true;
    }

    /** An error may stand beside the choices, in a choice, or alone as an object of its own. */
    private boolean error(JsonNode frame, JsonNode choice) {
        if (present(frame.path("error")) || present(choice.path("error"))) {
            fail(present(frame.path("error")) ? frame.toString() : choice.toString());
        } else if (!frame.has("choices") && bare(frame)) {
            fail(frame.toString());
        } else {
            return false;
        }
        return true;
    }

    private static boolean bare(JsonNode frame) {
        boolean words =
                frame.path("message").isTextual() || frame.path("detail").isTextual();
        boolean coded = frame.hasNonNull("code") || frame.hasNonNull("type") || frame.hasNonNull("status");
        return words && (coded || frame.size() <= 2);
    }

    private static boolean present(JsonNode node) {
        return !node.isMissingNode() && !node.isNull() && !(node.isContainerNode() && node.isEmpty());
    }

    /** The body is at its end. */
    void end() {
        split.end();
    }

    String text() {
        return text.toString();
    }

    String reasoningText() {
        return reasoning.toString();
    }

    List<ToolUse> toolCalls() {
        return toolCalls.all();
    }

    @Nullable
    Long firstTokenNanos() {
        return firstTokenNanos;
    }

    @Nullable
    Long firstReasoningNanos() {
        return firstReasoningNanos;
    }

    @Nullable
    String finishReason() {
        return finishReason;
    }

    @Nullable
    String error() {
        return error;
    }

    @Nullable
    Usage usage() {
        return usage;
    }

    /** Whether any frame was one of a chat completion. */
    boolean sawChat() {
        return sawChat;
    }
}
