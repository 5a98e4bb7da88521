package dev.rota.simulator.script;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A response before it is sent.
 *
 * @param headers beside those that HTTP itself needs
 * @param steps in order; status and headers go out with the first bytes
 */
public record Script(int status, Map<String, String> headers, List<Step> steps) {

    /** A builder for a response with this status and content type. */
    static Builder of(int status, String contentType) {
        return new Builder(status).header("Content-Type", contentType);
    }

    static Builder json(int status) {
        return of(status, "application/json");
    }

    static Builder eventStream() {
        return of(200, "text/event-stream").header("Cache-Control", "no-cache");
    }

    /** The whole text that is sent, for tests and messages. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (step instanceof Step.Send send) {
                text.append(new String(send.bytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    /** How long it takes, apart from the network. */
    public Duration time() {
        return steps.stream()
                .map(step -> step instanceof Step.Wait wait ? wait.time() : Duration.ZERO)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Writes a script; what is sent without a wait between goes out together. */
    static final class Builder {
        private final int status;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final List<Step> steps = new ArrayList<>();
        private final StringBuilder pending = new StringBuilder();

        private Builder(int status) {
            this.status = status;
        }

        Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Builder wait(Duration time) {
            if (!time.isZero()) {
                flush();
                steps.add(new Step.Wait(time));
            }
            return this;
        }

        Builder send(String text) {
            pending.append(text);
            return this;
        }

        /** Sends what is pending now, so that status and headers are out although nothing follows. */
        Builder flush() {
            if (!pending.isEmpty()) {
                steps.add(new Step.Send(pending.toString().getBytes(StandardCharsets.UTF_8)));
                pending.setLength(0);
            }
            return this;
        }

        Script cut() {
            flush();
            steps.add(new Step.Cut());
            return new Script(status, headers, steps);
        }

        Script end() {
            flush();
            return new Script(status, headers, steps);
        }
    }
}
