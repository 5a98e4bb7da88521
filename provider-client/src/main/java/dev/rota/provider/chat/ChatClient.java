package dev.rota.provider.chat;

import dev.rota.provider.Ending;
import dev.rota.provider.Headers;
import dev.rota.provider.http.Exchange;
import dev.rota.provider.http.HttpLimits;
import dev.rota.provider.http.ProviderHttp;
import dev.rota.provider.judge.Timing;
import dev.rota.provider.judge.Transcript;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Chats with the models of one provider. Thread-safe; blocking. Neither retries nor follows redirects. */
public final class ChatClient {
    private final ProviderHttp http;
    private final URI endpoint;
    private final Headers headers;
    private final Clock clock;

    /**
     * A client of a provider.
     *
     * @param base the API's base, such as {@code https://openrouter.ai/api/v1}
     * @param headers sent with every request; the key is among them
     * @param clock tells when a request was sent; durations do not depend on it
     */
    public ChatClient(ProviderHttp http, URI base, Headers headers, Clock clock) {
        this.http = http;
        this.endpoint = URI.create(base.toString().replaceAll("/+$", "") + "/chat/completions");
        this.headers = headers;
        this.clock = clock;
    }

    /** Sends the request and reads the response to its end, or to its limits. */
    public Transcript chat(ChatRequest request, HttpLimits limits) {
        ResponseReader reader = new ResponseReader();
        Exchange exchange = http.post(endpoint, headers, RequestJson.write(request), limits, reader);
        reader.end();
        Instant startedAt = clock.instant().minusNanos(Math.max(0, System.nanoTime() - exchange.sentNanos()));
        return Transcripts.of(exchange, reader, startedAt);
    }

    /**
     * Sends a request as it is, and passes the response on while it is read.
     *
     * @param json the body of the request, its model named as the provider does
     */
    public Transcript relay(byte[] json, HttpLimits limits, Passage passage) {
        ResponseReader reader = new ResponseReader();
        Exchange exchange = http.post(endpoint, headers, json, limits, new RelayingSink(reader, passage));
        reader.end();
        Instant startedAt = clock.instant().minusNanos(Math.max(0, System.nanoTime() - exchange.sentNanos()));
        return Transcripts.of(exchange, reader, startedAt);
    }

    /** Reads a response that was kept, as if it came in one piece; for replaying recorded ones. */
    public static Transcript read(int status, Headers headers, byte[] body) {
        ResponseReader reader = new ResponseReader();
        reader.head(status, headers);
        reader.bytes(body, body.length, 0);
        reader.end();
        Exchange exchange = new Exchange(Ending.COMPLETE, status, headers, false, 0, 0, 0, "");
        return Transcripts.of(exchange, reader, Instant.EPOCH);
    }

    /** Puts a transcript together. */
    private static final class Transcripts {
        private static Transcript of(Exchange exchange, ResponseReader reader, Instant startedAt) {
            AnswerBuilder answer = reader.answer();
            return new Transcript(
                    reader.tooLarge() ? Ending.TOO_LARGE : exchange.ending(),
                    exchange.detail(),
                    exchange.status(),
                    exchange.headers(),
                    reader.form(),
                    answer.text(),
                    answer.reasoningText(),
                    answer.toolCalls(),
                    answer.finishReason(),
                    reader.finished(),
                    reader.lostFrames(),
                    answer.error(),
                    timing(exchange, reader, startedAt),
                    Usage.tokens(
                            answer.usage(),
                            answer.text(),
                            answer.reasoningText(),
                            !answer.toolCalls().isEmpty()));
        }

        private static Timing timing(Exchange exchange, ResponseReader reader, Instant startedAt) {
            long sent = exchange.sentNanos();
            AnswerBuilder answer = reader.answer();
            boolean streamed = reader.form() == Transcript.Form.STREAM;
            @Nullable Long token = streamed ? answer.firstTokenNanos() : null;
            @Nullable Long reasoning = streamed ? answer.firstReasoningNanos() : null;
            return new Timing(
                    startedAt,
                    exchange.connectNanos(),
                    token == null ? null : Long.valueOf(token - sent),
                    reasoning == null ? null : Long.valueOf((token == null ? exchange.endNanos() : token) - reasoning),
                    exchange.tookNanos());
        }
    }
}
