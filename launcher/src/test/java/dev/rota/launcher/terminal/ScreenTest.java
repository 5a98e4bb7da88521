package dev.rota.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScreenTest {
    @Test
    void aLineIsCutToTheWidthButItsColoursAreNot() {
        assertThat(Screen.cut("\u001b[1mabcdef\u001b[0m", 3)).isEqualTo("\u001b[1mabc\u001b[0m");
        assertThat(Screen.cut("abc", 3)).isEqualTo("abc");
    }
}
