package dev.rota.launcher.command;

import dev.rota.monitor.Readiness;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a service that runs alone tells of itself. Written by the command's thread, asked by the monitor's. */
final class ServiceHealth implements Readiness {
    private final Supplier<Optional<String>> missing;
    private volatile Optional<String> waitsFor = Optional.of("starting");
    private final Supplier<List<String>> later;
    private volatile List<String> warnings = List.of();

    /**
     * Before the start.
     *
     * @param missing what the service still waits for once it has started
     * @param later what to look at, as it comes and goes while the service works
     */
    ServiceHealth(Supplier<Optional<String>> missing, Supplier<List<String>> later) {
        this.missing = missing;
        this.later = later;
    }

    void waitsFor(String what) {
        waitsFor = Optional.of(what);
    }

    void started() {
        waitsFor = Optional.empty();
    }

    /** Takes what is to be looked at from the start on. */
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
        return Stream.concat(warnings.stream(), later.get().stream()).toList();
    }
}
