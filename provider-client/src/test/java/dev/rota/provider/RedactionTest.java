package dev.rota.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Incorrect API key provided: SECRETsecret123",
                "header Authorization: Bearer SECRETsecret123 was refused",
                "key sk-or-v1-SECRETsecret123 is disabled",
                "gsk_SECRETsecret123 unknown",
                "{\"api_key\": \"SECRETsecret123\"}",
                "https://user:SECRETsecret123@host/v1",
                "\"user_id\":\"user_SECRETsecret123\""
            })
    void aSecretIsMaskedInEveryForm(String text) {
        assertThat(Redaction.redact(text)).doesNotContain("SECRET").contains("****");
    }

    @Test
    void ordinaryWordsStay() {
        String text = "No endpoints found for meta-llama/llama-3.3-70b-instruct:free. user_tools are off; see "
                + "https://openrouter.ai/docs#a@b and secret sauce";
        assertThat(Redaction.redact(text)).isEqualTo(text);
    }

    @Test
    void aSecretShowsAtMostItsEnd() {
        assertThat(Secret.of(" sk-or-v1-0123456789abcd\n").toString()).isEqualTo("****abcd");
        assertThat(Secret.of("short").toString()).isEqualTo("****");
        assertThat(Secret.of("sk-12345678xyz").maskIn("a sk-12345678xyz b")).isEqualTo("a ****8xyz b");
    }

    @Test
    void aKeyWithASpaceInItIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> Secret.of("abc def"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("abc");
    }
}
