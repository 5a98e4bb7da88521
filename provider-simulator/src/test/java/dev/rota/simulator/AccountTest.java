package dev.rota.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.simulator.account.AccountRules;
import dev.rota.simulator.behaviour.Patch;
import dev.rota.simulator.scenario.Scenario;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final String MODEL = "sim/perfect:free";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T08:00:10Z"));
    private ProviderSimulator simulator = new ProviderSimulator(SimulatorConfig.of(Scenario.empty()));

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Http started(AccountRules rules) {
        Scenario scenario = Scenario.builder()
                .account(rules)
                .model(MODEL, Patch.NONE)
                .rule("*", Patch.NONE)
                .build();
        simulator = new ProviderSimulator(SimulatorConfig.of(scenario).withClock(now::get));
        simulator.start();
        return new Http(simulator);
    }

    @Test
    void needsNoKeyByDefault() throws IOException {
        try (Http http = started(AccountRules.OPEN)) {
            assertThat(http.chat(MODEL, false).statusCode()).isEqualTo(200);
            assertThat(http.withKey("any").chat(MODEL, false).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesAMissingKeyAndAnUnknownOne() throws IOException {
        try (Http http = started(AccountRules.OPEN.requiring("good"))) {
            HttpResponse<String> missing = http.chat(MODEL, true);
            assertThat(missing.statusCode()).isEqualTo(401);
            assertThat(missing.body())
                    .isEqualTo("{\"error\":{\"message\":\"No auth credentials found\",\"code\":401}}");
            assertThat(http.withKey("bad").chat(MODEL, true).statusCode()).isEqualTo(401);
            assertThat(http.withKey("bad").get("/key").statusCode()).isEqualTo(401);
            assertThat(http.withKey("good").chat(MODEL, true).statusCode()).isEqualTo(200);
            assertThat(http.get("/models").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void allowsSoManyRequestsAMinute() throws IOException {
        try (Http http = started(AccountRules.OPEN.limited(2, 0))) {
            http.chat(MODEL, false);
            http.chat(MODEL, true);
            HttpResponse<String> third = http.chat(MODEL, false);

            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.body()).contains("Rate limit exceeded: free-models-per-min.");
            assertThat(third.headers().firstValue("X-RateLimit-Limit")).hasValue("2");
            long reset = Instant.parse("2026-11-23T08:01:00Z").toEpochMilli();
            assertThat(third.headers().firstValue("X-RateLimit-Reset")).hasValue(String.valueOf(reset));

            now.updateAndGet(t -> t.plus(Duration.ofSeconds(50)));
            assertThat(http.chat(MODEL, false).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void allowsSoManyRequestsADay() throws IOException {
        try (Http http = started(AccountRules.OPEN.limited(0, 1))) {
            http.chat(MODEL, false);
            JsonNode error = Http.JSON.readTree(http.chat(MODEL, false).body()).path("error");

            assertThat(error.path("message").asText()).startsWith("Rate limit exceeded: free-models-per-day.");
            assertThat(error.path("metadata")
                            .path("headers")
                            .path("X-RateLimit-Reset")
                            .asLong())
                    .isEqualTo(Instant.parse("2026-11-24T00:00:00Z").toEpochMilli());

            now.updateAndGet(t -> t.plus(Duration.ofDays(1)));
            assertThat(http.chat(MODEL, false).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void countsEachKeyForItself() throws IOException {
        try (Http http = started(AccountRules.OPEN.limited(1, 0))) {
            assertThat(http.withKey("a").chat(MODEL, false).statusCode()).isEqualTo(200);
            assertThat(http.withKey("b").chat(MODEL, false).statusCode()).isEqualTo(200);
            assertThat(http.withKey("a").chat(MODEL, false).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void paidModelsNeedCredit() throws IOException {
        try (Http http = started(AccountRules.OPEN)) {
            HttpResponse<String> refused = http.chat("fable/fable-pro", false);
            assertThat(refused.statusCode()).isEqualTo(402);
            assertThat(refused.body()).contains("Insufficient credits");
        }
        simulator.close();
        AccountRules rich = new AccountRules(false, AccountRules.OPEN.keys(), 1, 1_000, 5);
        try (Http http = started(rich)) {
            assertThat(http.chat("fable/fable-pro", false).statusCode()).isEqualTo(200);
            assertThat(http.chat("fable/fable-pro", false).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tellsWhatTheKeyMayDo() throws IOException {
        try (Http http = started(AccountRules.FREE_TIER)) {
            JsonNode data = http.json("/key").path("data");

            assertThat(data.path("is_free_tier").asBoolean()).isTrue();
            assertThat(data.path("limit").isNull()).isTrue();
            assertThat(data.path("rate_limit").has("interval")).isTrue();
        }
    }

    @Test
    void refusesWhatIsNoRequest() throws IOException {
        try (Http http = started(AccountRules.OPEN)) {
            assertThat(http.post("{").body()).contains("\"code\":400", "Invalid JSON");
            assertThat(http.post("{}").body()).contains("No models provided");
            assertThat(http.post("{\"model\":\"" + MODEL + "\"}").body()).contains("Input required");
            assertThat(http.chat("no/such-model", false).body()).contains("no/such-model is not a valid model ID");
            assertThat(http.get("/nothing").statusCode()).isEqualTo(404);
        }
    }
}
