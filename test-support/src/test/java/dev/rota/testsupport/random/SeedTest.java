package dev.rota.testsupport.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.testkit.engine.EngineTestKit;

@Isolated("replaces the output and a system property")
class SeedTest {

    @Test
    void aTestHasOneSeedForAllItsParameters(@Seed long seed, @Seed Random random) {
        assertThat(random.nextLong()).isEqualTo(new Random(seed).nextLong());
    }

    @Test
    void aFailedTestTellsHowToRepeatIt() {
        System.setProperty("rota.seed", "4711");
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            EngineTestKit.engine("junit-jupiter")
                    .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                    .selectors(selectClass(Fails.class))
                    .execute()
                    .testEvents()
                    .assertStatistics(statistics -> statistics.failed(1));
        } finally {
            System.setOut(out);
            System.clearProperty("rota.seed");
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("failed with seed 4711; -Drota.seed=4711");
    }

    /** Not run by the build: its name is no test's. */
    static final class Fails {

        @Test
        void alwaysFails(@Seed long seed) {
            assertThat(seed).isNegative();
        }
    }
}
