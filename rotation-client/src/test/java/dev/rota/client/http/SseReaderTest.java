package dev.rota.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseReaderTest {
    private int signs;

    private SseReader reader(String text) {
        return new SseReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), () -> signs++);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesMayEndInAnyOfThreeWays(String end) throws IOException {
        SseReader reader =
                reader(String.join(end, ": hello", "id: 7", "event: rotation", "data: a", "data:  b", "", ""));
        assertThat(reader.next()).isEqualTo(new SseEvent("7", "rotation", "a\n b"));
        assertThat(reader.next()).isNull();
        assertThat(signs).isEqualTo(6);
    }

    @Test
    void anEventWithoutDataOrWithoutAnEndIsNone() throws IOException {
        assertThat(reader("id: 1\n\ndata: unfinished\n").next()).isNull();
    }

    @Test
    void whatNeverEndsIsRefused() {
        assertThatThrownBy(() -> reader("data: " + "x".repeat(2_000_000)).next())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than");
    }
}
