package dev.rota.simulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.simulator.account.AccountRules;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** {@code GET /key}: what the account may do. */
final class KeyRoute implements Handler {
    /** From this daily allowance on, an account is no longer of the free tier. */
    private static final int PAID_TIER_PER_DAY = 1_000;

    private final Stage stage;

    KeyRoute(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Caller.of(request)
                .refusal(stage.scenario().account())
                .ifPresentOrElse(
                        refusal -> new Player(stage.pauses()).play(refusal, response),
                        () -> response.header(HeaderValues.CONTENT_TYPE_JSON).send(body().toString()));
    }

    private ObjectNode body() {
        AccountRules account = stage.scenario().account();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode data = body.putObject("data");
        data.put("label", "sk-or-v1-sim...ulated");
        data.put("limit", account.credit() > 0 ? account.credit() : null);
        data.put("limit_remaining", account.credit() > 0 ? account.credit() : null);
        data.putNull("limit_reset");
        List.of("usage", "usage_daily", "usage_weekly", "usage_monthly").forEach(field -> data.put(field, 0));
        data.put("include_byok_in_limit", false).put("is_provisioning_key", false);
        data.put("is_free_tier", account.credit() <= 0 && account.freePerDay() < PAID_TIER_PER_DAY);
        data.putNull("expires_at");
        data.putObject("rate_limit")
                .put("requests", -1)
                .put("interval", "10s")
                .put("note", "This field is deprecated and safe to ignore.");
        return body;
    }
}
