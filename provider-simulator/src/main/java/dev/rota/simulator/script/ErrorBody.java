package dev.rota.simulator.script;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the provider's error bodies. */
final class ErrorBody {
    private static final String USER = "user_simulated";

    private ErrorBody() {}

    /** {@code {"error":{"message","code"}}}. */
    static ObjectNode of(int code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("message", message).put("code", code);
        return body;
    }

    /** The same, with the account's user id after it, as OpenRouter adds it where it knows the account. */
    static ObjectNode known(int code, String message) {
        return of(code, message).put("user_id", USER);
    }

    /** An error of the provider behind: its own words are in {@code metadata.raw}. */
    static ObjectNode upstream(int code, String provider, String raw) {
        ObjectNode body = known(code, "Provider returned error");
        metadata(body).put("raw", raw).put("provider_name", provider);
        return body;
    }

    static ObjectNode metadata(ObjectNode body) {
        return body.withObject("/error/metadata");
    }

    static Script script(int status, ObjectNode body) {
        return Script.json(status).send(body.toString()).end();
    }
}
