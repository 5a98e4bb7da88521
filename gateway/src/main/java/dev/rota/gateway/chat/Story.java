package dev.rota.gateway.chat;

import dev.rota.client.call.Attempt;
import dev.rota.client.call.Tried;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who answered, and who did not, in the response's headers. Their names are public API. */
final class Story {
    static final String MODEL = "x-rota-model";
    static final String ATTEMPTS = "x-rota-attempts";
    static final String TRIED = "x-rota-tried";
    static final String ROTATION = "x-rota-rotation";

    private static final int MOST = 20;

    private final ServerResponse response;
    private final Optional<String> rotation;

    Story(ServerResponse response, Optional<String> rotation) {
        this.response = response;
        this.rotation = rotation;
    }

    /** A model answers. */
    void answered(Attempt attempt) {
        response.header(MODEL, attempt.model().toString());
        response.header(ATTEMPTS, Integer.toString(attempt.number()));
        rotation.ifPresent(name -> response.header(ROTATION, name));
    }

    /** None did. */
    void failed(List<Tried> tried) {
        response.header(ATTEMPTS, Integer.toString(tried.size()));
        rotation.ifPresent(name -> response.header(ROTATION, name));
        failures(tried);
    }

    /** {@code openrouter/x/y:free=OVERLOADED, …}, the first twenty. */
    void failures(List<Tried> tried) {
        if (!tried.isEmpty()) {
            response.header(
                    TRIED,
                    tried.stream()
                            .limit(MOST)
                            .map(each -> each.model() + "=" + each.failure().kind())
                            .collect(Collectors.joining(", ")));
        }
    }
}
