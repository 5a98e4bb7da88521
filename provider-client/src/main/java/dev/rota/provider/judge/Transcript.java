package dev.rota.provider.judge;

import dev.rota.provider.Ending;
import dev.rota.provider.Headers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that came back for one chat request.
 *
 * @param ending how the bytes ended
 * @param detail what went wrong with the bytes, redacted; empty if nothing did
 * @param status the HTTP status; 0 if none came
 * @param headers of the response
 * @param form what the body was
 * @param text the answer without reasoning
 * @param reasoning the model's reasoning, as far as it was shown
 * @param toolCalls the tools the model called
 * @param finishReason why the model stopped; null if it does not say
 * @param finished whether the protocol's end was seen: {@code [DONE]}, or the whole of a JSON body
 * @param lostFrames frames of the stream that could not be read
 * @param error the error, as it was sent: a frame, a body; null if none came
 * @param timing the times
 * @param tokens the tokens; null if there was no answer to count
 */
public record Transcript(
        Ending ending,
        String detail,
        int status,
        Headers headers,
        Form form,
        String text,
        String reasoning,
        List<ToolUse> toolCalls,
        @Nullable String finishReason,
        boolean finished,
        int lostFrames,
        @Nullable String error,
        Timing timing,
        @Nullable Tokens tokens) {

    /** What a body turned out to be, whatever its headers say. */
    public enum Form {
        /** Nothing but white space. */
        EMPTY,
        /** Events of a chat completion. */
        STREAM,
        /** A chat completion as one JSON object. */
        JSON,
        /** Anything else: HTML, plain text, another protocol. */
        OTHER
    }

    public Transcript {
        toolCalls = List.copyOf(toolCalls);
    }

    /** Whether the model said anything that counts as an answer. */
    public boolean hasAnswer() {
        return !text.isBlank() || !toolCalls.isEmpty();
    }

    /** Whether anything of the model's came, reasoning included. */
    public boolean hasBegun() {
        return !text.isEmpty() || !toolCalls.isEmpty() || !reasoning.isEmpty();
    }

    /** Whether the model reasoned, shown or counted. */
    public boolean hasReasoned() {
        return !reasoning.isBlank() || (tokens != null && tokens.reasoning() > 0);
    }
}
