package dev.rota.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SigningKeyTest {
    @Test
    void signsAsTheSpecificationsExampleDoes() {
        SigningKey key = SigningKey.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(key.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whatIsSignedIsIdTimeAndBody() {
        SigningKey key = SigningKey.of("a secret of twenty-four bytes");
        String signature = key.sign("a", 1, "b");
        assertThat(key.sign("x", 1, "b")).isNotEqualTo(signature);
        assertThat(key.sign("a", 2, "b")).isNotEqualTo(signature);
        assertThat(key.sign("a", 1, "c")).isNotEqualTo(signature);
        assertThat(SigningKey.of("another secret of enough bytes").sign("a", 1, "b"))
                .isNotEqualTo(signature);
    }

    @Test
    void aSecretThatIsNoneIsRefusedAndNotShown() {
        assertThatThrownBy(() -> SigningKey.of("hunter2"))
                .hasMessageContaining("at least 24 bytes, not 7")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> SigningKey.of("whsec_§§§")).hasMessageContaining("base64");
        assertThat(SigningKey.of("a secret of twenty-four bytes")).hasToString("****");
    }
}
