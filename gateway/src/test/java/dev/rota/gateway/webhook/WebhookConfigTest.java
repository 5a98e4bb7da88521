package dev.rota.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.domain.rotation.ChangeKind;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookConfigTest {
    private static final Map<String, String> SECRETS = Map.of(
            "ROTA_WEBHOOK_PAGER_SECRET",
            "a secret of twenty-four bytes",
            "SHORT",
            "short",
            "HOOK",
            "https://hooks.example/secret-path");

    private static List<WebhookConfig> read(Map<String, String> settings) {
        Settings loaded = Settings.load(null, Map.of(), settings);
        List<WebhookConfig> webhooks = WebhookConfig.readAll(loaded, new SecretSource(SECRETS));
        loaded.check(Set.of("webhooks"), Set.of("webhooks"));
        return webhooks;
    }

    @Test
    void anAddressIsEnough() {
        WebhookConfig webhook =
                read(Map.of("webhooks.pager.url", "https://example.com/hook")).getFirst();
        assertThat(webhook.name()).isEqualTo("pager");
        assertThat(webhook.rotations()).isEmpty();
        assertThat(webhook.kinds())
                .containsExactlyInAnyOrder(ChangeKind.PRIMARY_CHANGED, ChangeKind.ENTERED, ChangeKind.LEFT);
        assertThat(webhook.hold()).isEqualTo(Duration.ofSeconds(60));
        assertThat(webhook.tries()).isEqualTo(8);
        assertThat(webhook.timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void everyKeyIsUnderstood() {
        WebhookConfig webhook = read(Map.of(
                        "webhooks.pager.urlVariable", "HOOK",
                        "webhooks.pager.rotations", "speed, quality",
                        "webhooks.pager.kinds", "primary-changed,MOVED",
                        "webhooks.pager.hold", "0s",
                        "webhooks.pager.tries", "3",
                        "webhooks.pager.maxWait", "5s",
                        "webhooks.pager.timeout", "2s"))
                .getFirst();
        assertThat(webhook.url()).hasToString("https://hooks.example/secret-path");
        assertThat(webhook.rotations()).containsExactlyInAnyOrder("speed", "quality");
        assertThat(webhook.kinds()).containsExactlyInAnyOrder(ChangeKind.PRIMARY_CHANGED, ChangeKind.MOVED);
        assertThat(webhook.hold()).isZero();
        assertThat(webhook.tries()).isEqualTo(3);
        assertThat(webhook.backoff().max()).isEqualTo(Duration.ofSeconds(5));
        assertThat(webhook.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(webhook.toString()).contains("hooks.example").doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            webhooks.pager.tries          | 3           | webhooks.pager: needs url
            webhooks.other.url            | http://h/x  | set ROTA_WEBHOOK_OTHER_SECRET
            webhooks.pager.url            | ftp://h/x   | must be an http or https address
            webhooks.pager.urlVariable    | NOWHERE     | urlVariable names NOWHERE, which is not set
            webhooks.pager.secretVariable | SHORT       | at least 24 bytes, not 5
            webhooks.pager.kinds          | primary     | must be some of primary-changed, entered, left and moved
            webhooks.pager.hold           | 2d          | must be from 0ms to 1d
            webhooks.pager.tries          | 0           | must be from 1 to 100
            webhooks.pager.hodl           | 1s          | unknown setting; did you mean "webhooks.pager.hold"
            webhooks.a b.url              | http://h/x  | webhooks.a b
            """)
    void whatIsWrongIsNamed(String key, String value, String problem) {
        assertThatThrownBy(() -> read(Map.of(key, value))).hasMessageContaining(problem);
    }
}
