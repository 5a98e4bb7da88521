package dev.rota.tester;

import dev.rota.domain.model.Facts;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.provider.Headers;
import dev.rota.provider.Secret;
import dev.rota.provider.chat.ChatClient;
import dev.rota.provider.http.ProviderHttp;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import java.time.Clock;
import java.util.Optional;

/**
 * A configured catalogue as a tester uses it.
 *
 * @param config as configured
 * @param client calls its models
 * @param keyMissing the variable that should hold the key and does not; empty if all is well
 */
record Provider(CatalogueConfig config, ChatClient client, Optional<String> keyMissing) {

    static Provider open(CatalogueConfig config, ProviderHttp http, SecretSource secrets, Clock clock) {
        Optional<Secret> key = config.apiKeyVariable().flatMap(secrets::find).map(Secret::of);
        Headers headers = key.map(Headers::bearer).orElse(Headers.none());
        ChatClient client = new ChatClient(http, config.url(), headers, clock);
        return new Provider(config, client, key.isPresent() ? Optional.empty() : config.apiKeyVariable());
    }

    /** Why no model of it can be called, or not this one; empty if it can. */
    Optional<Failure> refusal(Facts facts) {
        if (keyMissing.isPresent()) {
            return Optional.of(Failure.of(
                    FailureKind.UNAUTHORIZED,
                    "no key for catalogue " + config.name() + ": set the variable " + keyMissing.get() + ", or "
                            + keyMissing.get() + "_FILE to a file that holds it"));
        }
        if (!facts.free() && !config.paid()) {
            return Optional.of(Failure.of(
                    FailureKind.BAD_REQUEST,
                    "the model costs money and was not called: catalogues." + config.name()
                            + ".paid is false; set it to true with a spendingCapUsd to test paid models"));
        }
        return Optional.empty();
    }
}
