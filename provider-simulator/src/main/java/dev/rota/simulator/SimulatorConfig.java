package dev.rota.simulator;

import dev.rota.simulator.scenario.Scenario;
import dev.rota.simulator.scenario.ScenarioReader;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How to run the simulator.
 *
 * @param port TCP port; 0 takes a free one
 * @param bind the address to listen on
 * @param modelsFile the body of a provider's {@code GET /models}, plain or gzipped, to list in place of the simulator's
 *     own models; null for those
 * @param scenario what is played
 * @param seed the same seed, clock and requests give the same answers
 * @param clock tells the time for limits, phases and outages; latencies pass in real time
 */
public record SimulatorConfig(
        int port, InetAddress bind, @Nullable Path modelsFile, Scenario scenario, long seed, InstantSource clock) {

    /** The seed if none is chosen. */
    public static final long DEFAULT_SEED = 1;

    public SimulatorConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535, not " + port);
        }
    }

    /** A free port on loopback, the stock scenario, the system's clock. */
    public static SimulatorConfig stock() {
        return of(ScenarioReader.resource("stock-scenario.yaml"));
    }

    /** A free port on loopback, the given scenario, the system's clock. */
    public static SimulatorConfig of(Scenario scenario) {
        return new SimulatorConfig(
                0, InetAddress.getLoopbackAddress(), null, scenario, DEFAULT_SEED, InstantSource.system());
    }

    public SimulatorConfig withPort(int value) {
        return new SimulatorConfig(value, bind, modelsFile, scenario, seed, clock);
    }

    public SimulatorConfig withBind(InetAddress value) {
        return new SimulatorConfig(port, value, modelsFile, scenario, seed, clock);
    }

    public SimulatorConfig withModelsFile(@Nullable Path value) {
        return new SimulatorConfig(port, bind, value, scenario, seed, clock);
    }

    /** Reads the file now; mistakes in it are told in one exception. */
    public SimulatorConfig withScenarioFile(Path file) {
        return withScenario(ScenarioReader.read(file));
    }

    public SimulatorConfig withScenario(Scenario value) {
        return new SimulatorConfig(port, bind, modelsFile, value, seed, clock);
    }

    public SimulatorConfig withSeed(long value) {
        return new SimulatorConfig(port, bind, modelsFile, scenario, value, clock);
    }

    public SimulatorConfig withClock(InstantSource value) {
        return new SimulatorConfig(port, bind, modelsFile, scenario, seed, value);
    }
}
