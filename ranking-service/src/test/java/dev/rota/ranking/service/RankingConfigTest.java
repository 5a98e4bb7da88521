package dev.rota.ranking.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.runtime.config.ConfigException;
import dev.rota.runtime.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingConfigTest {
    @TempDir
    Path directory;

    @Test
    void withoutSettingsEveryStockPolicyMakesARotationAtLeastOnce() {
        RankingConfig config = read(Map.of());

        assertThat(config.policies()).extracting(Policy::name).isEqualTo(StockPolicies.names());
        assertThat(config.guarantee()).isEqualTo(Guarantee.AT_LEAST_ONCE);
        assertThat(config.commitInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.instance()).isEmpty();
    }

    @Test
    void everySettingIsRead() throws IOException {
        Path policy = Files.writeString(directory.resolve("mine.yaml"), "name: other\nsize: 3\n");

        RankingConfig config = read(Map.of(
                "ranking.guarantee", "exactly_once_v2",
                "ranking.commitInterval", "40ms",
                "ranking.threads", "3",
                "ranking.stateDir", "/somewhere",
                "ranking.instance", "left",
                "ranking.sessionTimeout", "10s",
                "ranking.standbys", "1",
                "ranking.generation", "3",
                "rotations.mine", policy.toString(),
                "rotations.speed", "stock"));

        assertThat(config.policies())
                .extracting(Policy::name, Policy::size)
                .contains(org.assertj.core.api.Assertions.tuple("mine", 3));
        assertThat(config)
                .isEqualTo(new RankingConfig(
                        config.policies(),
                        Guarantee.EXACTLY_ONCE_V2,
                        Duration.ofMillis(40),
                        3,
                        Path.of("/somewhere"),
                        Optional.of("left"),
                        Duration.ofSeconds(10),
                        1,
                        Map.of("mine", policy),
                        3));
        assertThat(config.applicationId()).isEqualTo("rota-ranking-g3");
    }

    @Test
    void exactlyOnceCommitsOftenUnlessToldOtherwise() {
        assertThat(read(Map.of("ranking.guarantee", "exactly-once-v2")).commitInterval())
                .isEqualTo(Duration.ofMillis(15));
    }

    @Test
    void everyProblemIsNamedAtOnce() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.yaml"), "name: x\nsize: 0\nordr: y\n");

        assertThatThrownBy(() -> read(Map.of(
                        "ranking.guarantee", "maybe",
                        "ranking.threads", "0",
                        "ranking.thread", "2",
                        "rotations.mine", "stock",
                        "rotations.gone", "no-such-file.yaml",
                        "rotations.broken", broken.toString())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(
                        "ranking.guarantee",
                        "ranking.threads",
                        "ranking.thread",
                        "rotations.mine",
                        "rotations.gone",
                        "size",
                        "ordr");
    }

    @Test
    void aRotationHasOnePolicy() {
        Policy speed = StockPolicies.all().getFirst();
        assertThatThrownBy(() -> RankingConfig.of(List.of(speed, speed), directory))
                .hasMessageContaining("two policies are named speed");
    }

    private static RankingConfig read(Map<String, String> flags) {
        Settings settings = Settings.load(null, Map.of(), flags);
        RankingConfig config = RankingConfig.read(settings);
        settings.check(RankingConfig.SECTIONS, RankingConfig.SECTIONS);
        return config;
    }
}
