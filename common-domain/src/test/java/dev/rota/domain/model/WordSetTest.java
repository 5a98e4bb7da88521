package dev.rota.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordSetTest {
    private final WordSet words = WordSet.of(List.of("tools", "seed", "top_p", "seed"));

    @Test
    void isSortedAndHoldsEachWordOnce() {
        assertThat(words).containsExactly("seed", "tools", "top_p");
        assertThat(words.contains("tools")).isTrue();
        assertThat(words.contains("Tools")).isFalse();
        assertThat(WordSet.of(List.of())).isEmpty();
    }

    @Test
    void isEqualToAnySetOfTheSameWords() {
        Set<String> same = Set.of("top_p", "seed", "tools");
        assertThat(words).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(Set.of("seed"));
        assertThat(same).isEqualTo(words);
        assertThat(WordSet.of(same)).isEqualTo(words).hasSameHashCodeAs(words);
    }

    @Test
    void neverChanges() {
        assertThat(WordSet.of(words)).isSameAs(words);
        assertThatThrownBy(() -> words.add("x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> words.remove("seed")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(words::clear).isInstanceOf(UnsupportedOperationException.class);
    }
}
