package dev.rota.gateway.chat;

import dev.rota.provider.Secret;
import dev.rota.provider.chat.ChatClient;
import java.util.Optional;

/**
 * A provider that models can be asked at.
 *
 * @param client with the key, if it takes one
 * @param key for masking it where a provider quotes it
 * @param paid whether models that cost money may be asked
 */
record Upstream(ChatClient client, Optional<Secret> key, boolean paid) {
    /** A text without our key. */
    String masked(String text) {
        return key.map(secret -> secret.maskIn(text)).orElse(text);
    }
}
