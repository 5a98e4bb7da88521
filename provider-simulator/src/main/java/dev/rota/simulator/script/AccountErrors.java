package dev.rota.simulator.script;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.simulator.account.Admission;
import java.util.LinkedHashMap;
import java.util.Map;

/** Errors that speak about the caller or the request, whatever the model. */
public final class AccountErrors {
    private AccountErrors() {}

    public static Script noKey() {
        return ErrorBody.script(401, ErrorBody.of(401, "No auth credentials found"));
    }

    public static Script unknownKey() {
        return ErrorBody.script(401, ErrorBody.of(401, "User not found."));
    }

    public static Script badRequest(String message) {
        return ErrorBody.script(400, ErrorBody.of(400, message));
    }

    public static Script notFound(String path) {
        return ErrorBody.script(404, ErrorBody.of(404, "Not found: " + path));
    }

    public static Script modelNotValid(String model) {
        return ErrorBody.script(400, ErrorBody.known(400, model + " is not a valid model ID"));
    }

    public static Script noEndpoints(String model) {
        return ErrorBody.script(404, ErrorBody.of(404, "No endpoints found for " + model + "."));
    }

    public static Script toolsUnsupported() {
        return ErrorBody.script(
                404,
                ErrorBody.of(
                        404,
                        "No endpoints found that support tool use. To learn more about provider routing, visit:"
                                + " https://openrouter.ai/docs/provider-routing"));
    }

    public static Script contextTooLong(int context, int requested) {
        ObjectNode body = ErrorBody.of(
                400,
                "This endpoint's maximum context length is " + context + " tokens. However, you requested about "
                        + requested + " tokens (" + requested + " of text input). Please reduce the length of either"
                        + " one, or use the context-compression plugin to compress your prompt automatically.");
        ErrorBody.metadata(body).putNull("provider_name");
        return ErrorBody.script(400, body);
    }

    public static Script noCredit() {
        return ErrorBody.script(
                402,
                ErrorBody.known(
                        402,
                        "Insufficient credits. This account never purchased credits. Make sure your key is on the"
                                + " correct account or org, and if so, purchase more at"
                                + " https://openrouter.ai/settings/credits"));
    }

    /** A 429 of the account, with the limit's state in headers and, as OpenRouter does, in the body. */
    public static Script limited(Admission.Refused refused) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-RateLimit-Limit", String.valueOf(refused.allowed()));
        headers.put("X-RateLimit-Remaining", "0");
        headers.put("X-RateLimit-Reset", String.valueOf(refused.reset().toEpochMilli()));
        ObjectNode body = ErrorBody.known(429, "Rate limit exceeded: " + refused.limit() + ". " + advice(refused));
        ObjectNode metadata = ErrorBody.metadata(body);
        headers.forEach(metadata.putObject("headers")::put);
        metadata.putNull("provider_name");
        Script.Builder script = Script.json(429);
        headers.forEach(script::header);
        return script.send(body.toString()).end();
    }

    private static String advice(Admission.Refused refused) {
        return refused.limit().equals("free-models-per-day")
                ? "Add 10 credits to unlock 1000 free model requests per day"
                : "";
    }
}
