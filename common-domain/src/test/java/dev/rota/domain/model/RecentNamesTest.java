package dev.rota.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentNamesTest {
    private final RecentNames names = new RecentNames();

    @Test
    void aNameOfLateIsTheSameModel() {
        ModelId first = names.of("a/x", _ -> new ModelId("a", "x"));
        assertThat(names.of("a/x", _ -> new ModelId("never", "asked"))).isSameAs(first);
    }

    @Test
    void namesThatShareAHashAreToldApart() {
        assertThat("a/Aa").hasSameHashCodeAs("a/BB");
        assertThat(ModelId.parse("a/Aa")).hasToString("a/Aa");
        assertThat(ModelId.parse("a/BB")).hasToString("a/BB");
        assertThat(ModelId.parse("a/Aa")).hasToString("a/Aa");
    }

    @Test
    void manyThreadsAndMoreNamesThanItKeepsGetEachItsModel() {
        boolean right = IntStream.range(0, 200_000).parallel().allMatch(i -> {
            String text = "a/model-" + new Random(i).nextInt(10_000);
            return ModelId.parse(text).toString().equals(text);
        });
        assertThat(right).isTrue();
    }
}
