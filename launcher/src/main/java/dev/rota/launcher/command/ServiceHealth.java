package dev.rota.launcher.command;

import dev.rota.monitor.Readiness;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a service that runs alone tells of itself. Written by the command's thread, asked by the monitor's. */
final class ServiceHealth implements Readiness {
    private final Supplier<Optional<String>> missing;
    private volatile Optional<String> waitsFor = Optional.of("starting");
    private volatile List<String> warnings = List.of();

    /** @param missing what the service still waits for once it has started */
    ServiceHealth(Supplier<Optional<String>> missing) {
        this.missing = missing;
    }

    void waitsFor(String what) {
        waitsFor = Optional.of(what);
    }

    void started() {
        waitsFor = Optional.empty();
    }

    void warn(List<String> sentences) {
        warnings = List.copyOf(sentences);
    }

    @Override
    public Optional<String> missing() {
        Optional<String> awaited = waitsFor;
        return awaited.isPresent() ? awaited : missing.get();
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }
}
