package dev.rota.launcher.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBlocksTest {
    private static final int LIMIT = 8;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void blocksAreTheTextWithLongLinesCut(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            String line = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz".substring(0, random.nextInt(50));
            String end = i == 199 && seed % 2 == 0 ? "" : "\n";
            text.append(line).append(end);
        }
        String read = read(text.toString());
        String[] lines = read.split("\n", -1);
        String[] whole = text.toString().split("\n", -1);
        assertThat(lines).hasSameSizeAs(whole);
        for (int i = 0; i < lines.length; i++) {
            assertThat(whole[i]).startsWith(lines[i]);
            assertThat(lines[i].length()).isGreaterThanOrEqualTo(Math.min(whole[i].length(), LIMIT));
        }
    }

    @Test
    void everyBlockButTheLastEndsWithALine() throws IOException {
        LineBlocks blocks = blocks("a\nbb\nccc\ndddd\neeeee");
        LineBlocks.Block first = blocks.next();
        assertThat(text(first)).isEqualTo("a\nbb\nccc\ndddd\n");
        assertThat(text(blocks.next())).isEqualTo("eeeee");
        assertThat(blocks.next()).isNull();
        assertThat(blocks.position()).isEqualTo(19);
    }

    @Test
    void anEmptyStreamHasNoBlock() throws IOException {
        assertThat(blocks("").next()).isNull();
    }

    @Test
    void aBlockMustHoldTwoLines() {
        assertThatThrownBy(() -> new LineBlocks(new ByteArrayInputStream(new byte[0]), 10, 8))
                .hasMessageContaining("cannot hold");
    }

    private static String read(String text) throws IOException {
        LineBlocks blocks = blocks(text);
        StringBuilder read = new StringBuilder();
        LineBlocks.Block block;
        while ((block = blocks.next()) != null) {
            read.append(text(block));
        }
        return read.toString();
    }

    private static LineBlocks blocks(String text) {
        return new LineBlocks(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 2 * LIMIT, LIMIT);
    }

    private static String text(LineBlocks.@Nullable Block block) {
        Objects.requireNonNull(block);
        return new String(block.bytes(), 0, block.length(), StandardCharsets.UTF_8);
    }
}
