package dev.rota.provider.judge;

import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Fault;
import dev.rota.provider.Ending;
import dev.rota.provider.Headers;
import dev.rota.provider.Redaction;
import dev.rota.provider.limit.AccountLimit;
import dev.rota.provider.limit.LimitHeaders;
import dev.rota.provider.limit.LimitScope;
import dev.rota.provider.limit.LimitText;
import dev.rota.provider.limit.LimitWords;
import dev.rota.provider.limit.RateLimits;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Judges responses. Stateless. */
public final class Judge {
    /** The longest message of a limit; a failure keeps a little more. */
    private static final int MAX_LIMITED = 440;

    private Judge() {}

    /**
     * Judges a chat.
     *
     * @param now the present, against which resets and waits are read
     */
    public static Verdict judge(Transcript chat, Instant now) {
        String error = chat.error();
        if (chat.ending().withoutConnection() || chat.ending() == Ending.CANCELLED) {
            return plain(FailureKind.CONNECTION, chat, connectionWords(chat));
        }
        if (chat.status() == 0) {
            return judged(chat);
        }
        if (chat.status() < 200 || chat.status() > 299) {
            return error(new RawResponse(chat.status(), chat.headers(), error == null ? "" : error), now);
        }
        if (error != null) {
            return errorInside(chat, error, now);
        }
        return judged(chat);
    }

    /** By what came, or did not, where no error says more. */
    private static Verdict judged(Transcript chat) {
        return TranscriptRules.failureOf(chat)
                .<Verdict>map(found -> plain(found.kind(), chat, found.words()))
                .orElseGet(Verdict.Answered::new);
    }

    /** Judges a response that is known to be an error, such as a refused request for the catalogue. */
    public static Verdict.Failed error(RawResponse response, Instant now) {
        ErrorReport report = ErrorReader.read(response);
        return failed(ErrorRules.kindOf(report), report, response.headers(), now);
    }

    /** An error within HTTP 200: before anything was said it is what it says, after that the stream broke. */
    private static Verdict errorInside(Transcript chat, String error, Instant now) {
        if (chat.form() == Transcript.Form.OTHER && !looksLikeAnError(error)) {
            return plain(
                    FailureKind.MALFORMED_RESPONSE, chat, "neither a chat completion nor a stream of one: " + error);
        }
        ErrorReport report = ErrorReader.read(new RawResponse(chat.status(), chat.headers(), error));
        FailureKind kind = ErrorRules.kindOf(report);
        boolean begun = chat.form() == Transcript.Form.STREAM && chat.hasBegun();
        // What is our own doing stays so wherever it strikes; all else, after a beginning, broke the stream.
        return begun && kind.fault() == Fault.MODEL
                ? failed(FailureKind.STREAM_BROKEN, report, chat.headers(), now)
                : failed(kind, report, chat.headers(), now);
    }

    /** Text that is no protocol at all may still be an error that somebody wrote into a response with status 200. */
    private static boolean looksLikeAnError(String text) {
        ErrorReport report = ErrorReader.read(RawResponse.of(0, text));
        return !report.html() && ErrorRules.kindOf(report) != FailureKind.PROVIDER_ERROR;
    }

    private static Verdict.Failed failed(FailureKind kind, ErrorReport report, Headers headers, Instant now) {
        RateLimits limits = LimitHeaders.read(report.quotaHeaders(), now)
                .or(LimitHeaders.read(headers, now))
                .or(LimitText.read(report.words(), now));
        AccountLimit limit = switch (kind) {
            case ACCOUNT_MINUTE_LIMIT -> limits.toLimit(LimitScope.MINUTE, now);
            case ACCOUNT_DAY_LIMIT -> limits.toLimit(LimitScope.DAY, now);
            default -> null;
        };
        FailureKind said = limit != null && limit.scope() == LimitScope.DAY ? FailureKind.ACCOUNT_DAY_LIMIT : kind;
        @Nullable Duration wait = limit == null ? limits.retryAfter() : Duration.between(now, limit.until());
        return new Verdict.Failed(
                new Failure(
                        said,
                        said.fault(),
                        report.httpStatus() == 0 ? null : Integer.valueOf(report.httpStatus()),
                        report.code(),
                        words(report.message(), limit),
                        wait == null || wait.isNegative() ? null : Long.valueOf(wait.toMillis())),
                limit);
    }

    private static Verdict.Failed plain(FailureKind kind, Transcript chat, String message) {
        Integer status = chat.status() == 0 ? null : Integer.valueOf(chat.status());
        return new Verdict.Failed(new Failure(kind, kind.fault(), status, null, words(message), null), null);
    }

    private static String connectionWords(Transcript chat) {
        String what = switch (chat.ending()) {
            case CONNECT_TIMEOUT -> "no connection to the provider in the time allowed";
            case STALE_CONNECTION -> "the provider had closed a kept connection";
            case NO_RESPONSE -> "the connection was closed before any byte of a response";
            case CANCELLED -> "the request was cancelled";
            default -> "no connection to the provider";
        };
        return chat.detail().isEmpty() ? what : what + ": " + chat.detail();
    }

    /** With room left for the limit, which must not be cut off. */
    private static @Nullable String words(String message, @Nullable AccountLimit limit) {
        String words = words(message);
        if (limit == null) {
            return words;
        }
        String said = words == null ? "" : words;
        String bounded = said.length() > MAX_LIMITED ? said.substring(0, MAX_LIMITED - 1) + "…" : said;
        String whole = LimitWords.with(bounded, limit);
        return whole.isEmpty() ? null : whole;
    }

    /** Safe to log, print and publish. */
    private static @Nullable String words(String message) {
        String bounded = message.length() > 4_000 ? message.substring(0, 4_000) : message;
        String oneLine = bounded.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return oneLine.isEmpty() ? null : Redaction.redact(oneLine);
    }
}
