package dev.rota.simulator.script;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Errors that a model's provider, or a proxy before it, answers instead of a completion. */
final class ProviderErrors {
    private ProviderErrors() {}

    static Script doesNotExist(Take take) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("message", "The model `" + take.model() + "` does not exist or you do not have access to it.")
                .put("type", "invalid_request_error")
                .putNull("param")
                .put("code", "model_not_found");
        return ErrorBody.script(404, body);
    }

    static Script noAllowedProviders() {
        ObjectNode body = ErrorBody.of(404, "No allowed providers are available for the selected model.");
        ObjectNode metadata = ErrorBody.metadata(body);
        metadata.putArray("available_providers").add("simulated-east");
        metadata.putArray("requested_providers").add("simulated-west");
        return ErrorBody.script(404, body);
    }

    static Script unavailableForFree(Take take) {
        String paid = take.model().replaceFirst(":free$", "");
        return ErrorBody.script(
                404,
                ErrorBody.known(
                        404,
                        "This model is unavailable for free. The paid version is available now - use this slug"
                                + " instead: " + paid));
    }

    static Script freePeriodEnded(Take take) {
        String paid = take.model().replaceFirst(":free$", "");
        return ErrorBody.script(
                404,
                ErrorBody.known(
                        404,
                        "The free period for " + take.model() + " has ended. To continue using this model, please"
                                + " migrate to the paid slug: " + paid));
    }

    static Script parameterUnsupported(Take take) {
        ObjectNode raw = JsonNodeFactory.instance.objectNode();
        raw.putObject("error")
                .put("message", "Unsupported parameter: 'temperature' is not supported with this model.")
                .put("type", "invalid_request_error")
                .put("param", "temperature")
                .put("code", "unsupported_parameter");
        return ErrorBody.script(400, ErrorBody.upstream(400, take.provider(), raw.toPrettyString()));
    }

    static Script inputFlagged(Take take) {
        ObjectNode body = ErrorBody.known(
                403, take.model() + " requires moderation on " + take.provider() + ". Your input was flagged.");
        ObjectNode metadata = ErrorBody.metadata(body);
        metadata.putArray("reasons").add("violence");
        metadata.put("flagged_input", "...")
                .put("provider_name", take.provider())
                .put("model_slug", take.model());
        return ErrorBody.script(403, body);
    }

    /** Status 429, or 200 with the 429 inside. */
    static Script rateLimited(Take take, int status) {
        String raw = take.model() + " is temporarily rate-limited upstream. Please retry shortly, or add your own key"
                + " to accumulate your rate limits: https://openrouter.ai/settings/integrations";
        return ErrorBody.script(status, ErrorBody.upstream(429, take.provider(), raw));
    }

    static Script everythingNull(Take take) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        List.of("id", "choices", "created", "model", "object", "usage").forEach(body::putNull);
        body.setAll(ErrorBody.upstream(429, take.provider(), "Too Many Requests"));
        return ErrorBody.script(200, body);
    }

    static Script overloaded(Take take) {
        return ErrorBody.script(
                503, ErrorBody.upstream(503, take.provider(), "The model is overloaded. Please try again later."));
    }

    static Script overloadedAsAnthropic() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "error")
                .putObject("error")
                .put("type", "overloaded_error")
                .put("message", "Overloaded");
        return ErrorBody.script(529, body);
    }

    static Script internalError() {
        return ErrorBody.script(500, ErrorBody.of(500, "Internal Server Error"));
    }

    /** Status 502, or 200 with the 502 inside. */
    static Script providerError(Take take, int status) {
        return ErrorBody.script(status, ErrorBody.upstream(502, take.provider(), "Network connection lost."));
    }

    static Script errorThenStreamTail(Take take) {
        ObjectNode body = ErrorBody.upstream(502, take.provider(), "Network connection lost.");
        return Script.json(200)
                .send(body.toString())
                .send("data: {\"choices\":[],\"cost\":\"0\"}\n\n")
                .end();
    }

    static Script html(int status, String title) {
        return Script.of(status, "text/html; charset=UTF-8")
                .send("<html>\n<head><title>" + title + "</title></head>\n<body>\n<center><h1>" + title
                        + "</h1></center>\n<hr><center>simulated proxy</center>\n</body>\n</html>\n")
                .end();
    }

    static Script problem(Take take) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("title", "Error 504: Gateway time-out")
                .put("status", 504)
                .put("detail", "The origin web server did not respond within the allowed time.")
                .put("instance", take.id())
                .put("error_name", "origin_gateway_timeout")
                .put("retryable", true)
                .put("retry_after", 120);
        return Script.of(504, "application/problem+json").send(body.toString()).end();
    }

    static Script creditNeeded(Take take) {
        Integer asked = take.request().maxTokens();
        ObjectNode body = ErrorBody.known(
                402,
                "This request requires more credits, or fewer max_tokens. You requested up to "
                        + (asked == null ? 65_536 : asked) + " tokens, but can only afford 1. To increase, visit"
                        + " https://openrouter.ai/settings/credits and upgrade to a paid account");
        ErrorBody.metadata(body).putNull("provider_name");
        return ErrorBody.script(402, body);
    }

    static Script dataPolicy() {
        return ErrorBody.script(
                404,
                ErrorBody.of(
                        404,
                        "No endpoints found matching your data policy (Free model publication). Configure:"
                                + " https://openrouter.ai/settings/privacy"));
    }

    static Script regionUnsupported(Take take) {
        ObjectNode raw = JsonNodeFactory.instance.objectNode();
        raw.putObject("error")
                .put("code", "unsupported_country_region_territory")
                .put("message", "Country, region, or territory not supported")
                .putNull("param")
                .put("type", "request_forbidden");
        return ErrorBody.script(403, ErrorBody.upstream(403, take.provider(), raw.toString()));
    }
}
