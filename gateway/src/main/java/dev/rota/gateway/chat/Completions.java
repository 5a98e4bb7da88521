package dev.rota.gateway.chat;

import dev.rota.client.call.Attempt;
import dev.rota.client.call.CallFailedException;
import dev.rota.client.call.ModelFailureException;
import dev.rota.client.call.Tried;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.gateway.stream.RotationStreams;
import dev.rota.provider.http.HttpLimits;
import dev.rota.provider.judge.Judge;
import dev.rota.provider.judge.Tokens;
import dev.rota.provider.judge.Transcript;
import dev.rota.provider.judge.Verdict;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Answers chats. Thread-safe; blocks the thread of the request, which is virtual. */
final class Completions {
    private static final long MAX_ANSWER = 50_000_000;
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final ChatConfig config;
    private final Targets targets;
    private final Upstreams upstreams;
    private final RotationStreams writers;
    private final InstantSource clock;
    private final Semaphore places;

    Completions(ChatConfig config, Targets targets, Upstreams upstreams, RotationStreams writers, InstantSource clock) {
        this.config = config;
        this.targets = targets;
        this.upstreams = upstreams;
        this.writers = writers;
        this.clock = clock;
        this.places = new Semaphore(config.requests());
    }

    /** @throws ChatError if the client has seen nothing yet */
    void answer(Ask ask, ServerResponse response) {
        Targets.Target target = targets.of(ask.model());
        if (!places.tryAcquire()) {
            throw ChatError.unavailable(
                    "as many requests as this gateway bears are under way; come back later", COME_BACK);
        }
        Story story = new Story(response, target.rotation());
        try (Relay relay = ask.stream() ? new StreamRelay(response, story, writers) : new WholeRelay(response, story)) {
            relay(ask, target, relay, story);
        } finally {
            places.release();
        }
    }

    private void relay(Ask ask, Targets.Target target, Relay relay, Story story) {
        try {
            relay.finish(target.caller().call(attempt -> attempt(ask, target, attempt, relay)));
        } catch (CallFailedException e) {
            if (!relay.begun()) {
                story.failed(e.tried());
            }
            relay.fail(error(e, target));
        } catch (ClientGoneException e) {
            throw new CloseConnectionException("the client is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloseConnectionException("the gateway stops", e);
        }
    }

    private Transcript attempt(Ask ask, Targets.Target target, Attempt attempt, Relay relay)
            throws ModelFailureException {
        Upstream upstream = upstreams
                .of(attempt.model().catalogue())
                .orElseThrow(() -> new IllegalStateException("targets are only of known catalogues"));
        relay.begin(attempt);
        Transcript chat = upstream.client()
                .relay(ask.as(attempt.model().providerId()), limits(ask, target, attempt.remaining()), relay);
        if (relay.clientGone()) {
            throw new ClientGoneException();
        }
        Tokens tokens = chat.tokens();
        if (tokens != null) {
            attempt.outputTokens(tokens.completion());
        }
        if (!ask.stream() && chat.form() == Transcript.Form.STREAM) {
            throw new ModelFailureException(
                    Failure.of(FailureKind.MALFORMED_RESPONSE, "a stream where none was asked for"));
        }
        return switch (Judge.judge(chat, clock.instant())) {
            case Verdict.Answered _ -> chat;
            case Verdict.Failed failed -> {
                // Cut short is what the client asked for, or at least more than nothing.
                if (failed.failure().kind() == FailureKind.TRUNCATED && chat.hasAnswer()) {
                    yield chat;
                }
                throw new ModelFailureException(masked(failed.failure(), upstream));
            }
        };
    }

    /** A model alone gets all the time there is; one of a rotation must begin before the next one's turn. */
    private HttpLimits limits(Ask ask, Targets.Target target, Duration remaining) {
        Duration left = remaining.isZero() ? Duration.ofMillis(1) : remaining;
        Duration begin = ask.stream() ? config.firstToken() : config.whole();
        Duration first = target.rotation().isEmpty() || begin.compareTo(left) > 0 ? left : begin;
        Duration connect = left.compareTo(HttpLimits.DEFAULT_CONNECT) < 0 ? left : HttpLimits.DEFAULT_CONNECT;
        return new HttpLimits(connect, first, first, left, MAX_ANSWER);
    }

    private static Failure masked(Failure failure, Upstream upstream) {
        String message = failure.message();
        return message == null
                ? failure
                : new Failure(
                        failure.kind(),
                        failure.fault(),
                        failure.httpStatus(),
                        failure.code(),
                        upstream.masked(message),
                        failure.retryAfterMs());
    }

    private static ChatError error(CallFailedException failed, Targets.Target target) {
        List<Tried> tried = failed.tried();
        if (tried.isEmpty()) {
            return ChatError.unavailable(String.valueOf(failed.getMessage()), COME_BACK);
        }
        Failure last = tried.getLast().failure();
        boolean alone = target.rotation().isEmpty();
        if (alone || last.kind() == FailureKind.BAD_REQUEST) {
            String words = last.message() == null ? last.kind().name() : last.message();
            return ChatError.of(last, tried.getLast().model() + ": " + words);
        }
        boolean limited = tried.stream().allMatch(each -> limit(each.failure().kind()));
        return limited
                ? ChatError.of(soonest(tried), String.valueOf(failed.getMessage()))
                : ChatError.unavailable(String.valueOf(failed.getMessage()), COME_BACK);
    }

    private static boolean limit(FailureKind kind) {
        return kind == FailureKind.UPSTREAM_RATE_LIMITED
                || kind == FailureKind.ACCOUNT_MINUTE_LIMIT
                || kind == FailureKind.ACCOUNT_DAY_LIMIT;
    }

    private static Failure soonest(List<Tried> tried) {
        return tried.stream()
                .map(Tried::failure)
                .min(Comparator.comparing(Failure::retryAfterMs, Comparator.nullsLast(Comparator.<Long>naturalOrder())))
                .orElseThrow();
    }
}
