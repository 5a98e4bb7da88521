package dev.rota.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void aLineIsCutToTheWidthButItsColoursAreNot() {
        assertThat(Screen.cut("\u001b[1mabcdef\u001b[0m", 3)).isEqualTo("\u001b[1mabc\u001b[0m");
        assertThat(Screen.cut("abc", 3)).isEqualTo("abc");
    }

    @Test
    void whatIsDrawnAgainCoversWhatWasDrawnAndNeverLeavesTheWindow() {
        Screen screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        screen.draw(List.of("a", "b", "c", "d"), 80, 4);
        bytes.reset();

        screen.draw(List.of("e"), 80, 4);

        assertThat(text()).isEqualTo("\u001b[3A\u001b[2Ke\n\u001b[J");
    }

    @Test
    void aLineAboveTheBlockStays() {
        Screen screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        screen.draw(List.of("a"), 80, 24);
        bytes.reset();

        screen.above("note");
        screen.draw(List.of("b"), 80, 24);

        assertThat(text()).isEqualTo("\u001b[1A\u001b[Jnote\n\u001b[2Kb\n\u001b[J");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
