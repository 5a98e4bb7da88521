package dev.rota.launcher.up;

import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.launcher.terminal.Terminal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A line for each event, for logs, pipes and terminals that cannot redraw. */
final class PlainView implements View {
    private final Terminal terminal;
    private final Clock clock;

    PlainView(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public void found(ModelFound probe) {
        line(Sentences.of(probe));
    }

    @Override
    public void result(TestResult result) {
        line(Sentences.of(result, terminal));
    }

    @Override
    public void rotation(Rotation rotation) {
        String primary =
                rotation.primary().map(entry -> entry.model().toString()).orElse("none");
        line("rotated " + rotation.name() + " r" + rotation.revision() + "  "
                + rotation.entries().size() + " models, primary " + primary
                + (rotation.note() == null ? "" : "  " + rotation.note()));
    }

    @Override
    public void change(RotationChange change) {
        line(Sentences.of(change));
    }

    @Override
    public void note(String line) {
        line(line);
    }

    @Override
    public void tick() {}

    @Override
    public void close() {}

    private void line(String text) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        terminal.err().println(terminal.dim(now.toString()) + " " + text);
    }
}
