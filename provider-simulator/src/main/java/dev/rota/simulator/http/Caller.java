package dev.rota.simulator.http;

import dev.rota.simulator.account.AccountRules;
import dev.rota.simulator.script.AccountErrors;
import dev.rota.simulator.script.Script;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param key the bearer key; empty if none was sent
 */
record Caller(String key) {
    private static final String BEARER = "bearer ";

    static Caller of(ServerRequest request) {
        String header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        boolean bearer = header.toLowerCase(Locale.ROOT).startsWith(BEARER);
        return new Caller(bearer ? header.substring(BEARER.length()).trim() : "");
    }

    /** What a caller without a right to be here is told. */
    Optional<Script> refusal(AccountRules rules) {
        if (key.isEmpty()) {
            return rules.requireKey() ? Optional.of(AccountErrors.noKey()) : Optional.empty();
        }
        return rules.keys().isEmpty() || rules.keys().contains(key)
                ? Optional.empty()
                : Optional.of(AccountErrors.unknownKey());
    }
}
