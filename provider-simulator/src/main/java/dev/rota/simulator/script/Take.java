package dev.rota.simulator.script;

import dev.rota.simulator.behaviour.Behaviour;
import dev.rota.simulator.behaviour.Quirk;
import java.time.Duration;
import java.time.Instant;

/**
 * The circumstances of one response.
 *
 * @param request what was asked
 * @param behaviour how the model behaves now
 * @param id the generation's id
 * @param now the time of the request
 * @param hang how long a hanging response is held
 */
public record Take(ChatRequest request, Behaviour behaviour, String id, Instant now, Duration hang) {

    long created() {
        return now.getEpochSecond();
    }

    String model() {
        return request.model();
    }

    String provider() {
        return behaviour.provider();
    }

    /** Whether the response comes as a stream of events. */
    boolean streams() {
        return request.stream() && !behaviour.has(Quirk.IGNORES_STREAM);
    }

    /** How long so many tokens take to come out. */
    Duration timeFor(int tokens) {
        double rate = behaviour.tokensPerSecond();
        return rate == 0 ? Duration.ZERO : Duration.ofNanos(Math.round(tokens * 1e9 / rate));
    }
}
