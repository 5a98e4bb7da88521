package dev.rota.launcher.up;

import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.launcher.terminal.Figures;
import dev.rota.launcher.terminal.Terminal;
import java.util.Locale;

/** One line for each event. */
final class Sentences {
    private Sentences() {}

    static String of(ModelFound probe) {
        return "found   " + probe.model() + "  " + probe.trigger().name().toLowerCase(Locale.ROOT) + "  suite "
                + probe.suite();
    }

    static String of(TestResult result, Terminal terminal) {
        String task = result.task() == null ? "" : "  " + result.task();
        Failure failure = result.failure();
        String verdict = failure == null
                ? terminal.green("ok") + "  " + Figures.millis((double) result.latencyMs()) + "  quality "
                        + Figures.quality(result.quality())
                : terminal.red(failure.kind().name()) + "  after " + Figures.millis((double) result.latencyMs())
                        + (failure.message() == null ? "" : "  " + firstWords(failure.message()));
        return "tested  " + result.model() + task + "  " + verdict;
    }

    static String of(RotationChange change) {
        return "changed " + change.name() + " r" + change.revision() + "  "
                + change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "  " + change.model() + "  "
                + change.reason();
    }

    private static String firstWords(String message) {
        String line = message.replaceAll("\\s+", " ");
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }
}
