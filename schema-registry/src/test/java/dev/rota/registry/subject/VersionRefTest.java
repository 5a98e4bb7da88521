package dev.rota.registry.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRefTest {

    @ParameterizedTest
    @ValueSource(strings = {"latest", "LATEST", "-1"})
    void theLatestHasThreeNames(String text) {
        assertThat(VersionRef.parse(text).isLatest()).isTrue();
    }

    @Test
    void aNumberIsAVersion() {
        assertThat(VersionRef.parse("12").number()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2", "first", "", "99999999999"})
    void anythingElseIsToldWithItsCode(String text) {
        assertThatThrownBy(() -> VersionRef.parse(text))
                .isInstanceOfSatisfying(
                        RegistryError.class, error -> assertThat(error.code()).isEqualTo(42202));
    }
}
