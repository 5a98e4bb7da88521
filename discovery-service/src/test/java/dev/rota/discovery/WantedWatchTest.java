package dev.rota.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.discovery.wanted.Finding;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WantedWatchTest {
    private static final Instant SEEN = Instant.parse("2026-07-01T00:00:00Z");

    private final List<String> told = new ArrayList<>();
    private final WantedWatch watch = new WantedWatch(List.of("a/one:free"), new DiscoveryListener() {
        @Override
        public void onWanted(Finding finding) {
            told.add(finding.sentence());
        }
    });

    @Test
    void whereNothingCouldBeReadNothingIsSaidOfAnyId() {
        watch.look(List.of());
        assertThat(told).isEmpty();
    }

    @Test
    void whatBecameOfAnIdIsToldOnceAndAgainWhenItChanges() {
        watch.look(List.of(model(null)));
        watch.look(List.of(model(null)));
        watch.look(List.of(model(SEEN.plusMillis(86_400_123))));
        assertThat(told)
                .containsExactly(
                        "c/a/one:free is in the catalogue, free", "a/one:free: gone since 2026-07-02T00:00:00Z");
    }

    private static ModelFacts model(@Nullable Instant retiredAt) {
        ModelId id = new ModelId("c", "a/one:free");
        Set<String> text = Set.of("text");
        Facts facts = new Facts("one", "a", 100, null, text, text, Set.of(), "0", "0", true, null, null);
        return new ModelFacts(id, facts, SEEN, SEEN, retiredAt, null);
    }
}
