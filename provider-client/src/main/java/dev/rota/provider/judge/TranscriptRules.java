package dev.rota.provider.judge;

import dev.rota.domain.result.FailureKind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a response that reports no error itself. */
final class TranscriptRules {
    private static final Set<String> FILTERED = Set.of("content_filter", "content-filter", "safety", "moderation");
    private static final Set<String> CUT = Set.of("length", "max_tokens", "max_output_tokens");
    private static final Set<String> FAILED = Set.of("error", "failed", "cancelled", "abort");

    /**
     * Something wrong.
     *
     * @param kind what it is
     * @param words the same for people
     */
    record Found(FailureKind kind, String words) {}

    private TranscriptRules() {}

    /** The first thing wrong with it; empty if it is an answer. */
    static Optional<Found> failureOf(Transcript chat) {
        return bytes(chat).or(() -> protocol(chat)).or(() -> answer(chat));
    }

    private static Optional<Found> bytes(Transcript chat) {
        return switch (chat.ending()) {
            case FIRST_TOKEN_TIMEOUT -> found(FailureKind.TIMEOUT, "no first token in the time allowed");
            case IDLE_TIMEOUT -> found(FailureKind.TIMEOUT, "the stream stood still for longer than allowed");
            case TOTAL_TIMEOUT -> found(FailureKind.TIMEOUT, "the answer did not end in the time allowed");
            case TOO_LARGE -> found(FailureKind.MALFORMED_RESPONSE, "the response is larger than allowed");
            case MALFORMED -> found(FailureKind.MALFORMED_RESPONSE, "the response is not HTTP: " + chat.detail());
            case BROKEN ->
                found(FailureKind.STREAM_BROKEN, "the connection ended within the response: " + chat.detail());
            case COMPLETE, STOPPED -> Optional.empty();
            case CONNECT_FAILED, CONNECT_TIMEOUT, STALE_CONNECTION, NO_RESPONSE, CANCELLED ->
                found(FailureKind.CONNECTION, "no connection to the provider");
        };
    }

    private static Optional<Found> protocol(Transcript chat) {
        if (chat.form() == Transcript.Form.EMPTY) {
            return found(FailureKind.EMPTY_RESPONSE, "the response has no body");
        }
        if (chat.form() == Transcript.Form.OTHER) {
            return found(FailureKind.MALFORMED_RESPONSE, "neither a chat completion nor a stream of one");
        }
        if (chat.form() == Transcript.Form.JSON && !chat.finished()) {
            return found(FailureKind.STREAM_BROKEN, "the response ended within its JSON");
        }
        if (chat.lostFrames() > 0) {
            return found(FailureKind.MALFORMED_RESPONSE, chat.lostFrames() + " frames of the stream could not be read");
        }
        String reason = reason(chat);
        if (reason != null && FILTERED.contains(reason)) {
            return found(FailureKind.MODERATED, "a filter stopped the answer (" + reason + ")");
        }
        if (reason != null && FAILED.contains(reason)) {
            return found(
                    chat.hasBegun() ? FailureKind.STREAM_BROKEN : FailureKind.PROVIDER_ERROR,
                    "the provider stopped the answer (" + reason + ")");
        }
        return unfinished(chat);
    }

    /** A stream is whole if the model said why it stopped, or was billed for a whole answer and the end was marked. */
    private static Optional<Found> unfinished(Transcript chat) {
        Tokens tokens = chat.tokens();
        boolean counted = tokens != null && !tokens.estimated() && tokens.completion() > 0;
        boolean whole = chat.finishReason() != null || (chat.finished() && counted);
        if (chat.form() == Transcript.Form.STREAM && !whole) {
            return chat.finished() && !chat.hasBegun()
                    ? found(FailureKind.EMPTY_RESPONSE, "a stream without an answer in it")
                    : found(FailureKind.STREAM_BROKEN, "the stream ended without saying that the answer did");
        }
        return Optional.empty();
    }

    private static Optional<Found> answer(Transcript chat) {
        String reason = reason(chat);
        boolean cut = reason != null && CUT.contains(reason);
        if (!chat.hasAnswer()) {
            if (chat.hasReasoned()) {
                return found(
                        FailureKind.REASONING_ONLY,
                        cut ? "reasoning used up the output limit" : "reasoning, but no answer after it");
            }
            return cut
                    ? found(FailureKind.TRUNCATED, "the output limit was reached before any answer")
                    : found(FailureKind.EMPTY_RESPONSE, "a complete response without an answer in it");
        }
        return cut ? found(FailureKind.TRUNCATED, "the output limit cut the answer") : Optional.empty();
    }

    private static @Nullable String reason(Transcript chat) {
        String reason = chat.finishReason();
        return reason == null ? null : reason.toLowerCase(Locale.ROOT);
    }

    private static Optional<Found> found(FailureKind kind, String words) {
        return Optional.of(new Found(kind, words));
    }
}
