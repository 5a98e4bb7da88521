package dev.rota.launcher.up;

import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.launcher.terminal.RotationTable;
import dev.rota.launcher.terminal.Screen;
import dev.rota.launcher.terminal.Terminal;
import dev.rota.launcher.terminal.Window;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rotations as tables that are redrawn in place, with the latest events below them as far as the window reaches.
 */
final class LiveView implements View {
    private static final int EVENTS = 8;
    private static final int CHANGES = 3;
    private static final int ENTRIES = 12;
    private static final int MARGIN = 3;

    private final Terminal terminal;
    private final Clock clock;
    private final Screen screen;
    private final Window window;
    private final String shown;
    private final Map<String, Rotation> rotations = new TreeMap<>();
    private final Deque<String> events = new ArrayDeque<>();
    private final Deque<String> changes = new ArrayDeque<>();
    private long probes;
    private long results;
    private long successes;

    /** @param shown the rotation whose table is shown; of the others, a line each */
    LiveView(Terminal terminal, Clock clock, Window window, String shown) {
        this.terminal = terminal;
        this.clock = clock;
        this.screen = new Screen(terminal.err());
        this.window = window;
        this.shown = shown;
    }

    @Override
    public void found(ModelFound probe) {
        probes++;
        keep(events, Sentences.of(probe), EVENTS);
    }

    @Override
    public void result(TestResult result) {
        results++;
        successes += result.succeeded() ? 1 : 0;
        keep(events, Sentences.of(result, terminal), EVENTS);
    }

    @Override
    public void rotation(Rotation rotation) {
        rotations.put(rotation.name(), rotation);
    }

    @Override
    public void change(RotationChange change) {
        keep(changes, Sentences.of(change), CHANGES);
    }

    @Override
    public void note(String line) {
        screen.above(line);
        tick();
    }

    @Override
    public void tick() {
        int rows = window.rows();
        List<String> lines = new ArrayList<>();
        lines.add("");
        Rotation main = rotations.get(shown);
        if (main == null) {
            lines.add("waiting for the first rotation …");
        } else {
            List<String> table = RotationTable.lines(main, clock.instant(), terminal);
            int most = Math.max(1, Math.min(ENTRIES, rows - MARGIN - EVENTS));
            lines.addAll(table.subList(0, Math.min(table.size(), most + 2)));
        }
        others(lines);
        lines.add("");
        lines.add(
                terminal.dim(probes + " probes, " + results + " results, " + successes + " successes since the start"));
        lines.addAll(changes);
        lines.addAll(newest(events, rows - MARGIN - lines.size()));
        screen.draw(lines, window.columns(), rows);
    }

    private static List<String> newest(Deque<String> lines, int count) {
        return lines.stream()
                .skip(Math.max(0, lines.size() - Math.max(0, count)))
                .toList();
    }

    private void others(List<String> lines) {
        rotations.values().stream()
                .filter(rotation -> !rotation.name().equals(shown))
                .forEach(rotation ->
                        lines.add(terminal.dim("also " + rotation.name() + " r" + rotation.revision() + ": "
                                + rotation.primary()
                                        .map(entry -> entry.model().toString())
                                        .orElse("no model fits") + " first of "
                                + rotation.entries().size())));
    }

    @Override
    public void close() {
        tick();
        window.close();
    }

    private static void keep(Deque<String> lines, String line, int count) {
        lines.addLast(line);
        while (lines.size() > count) {
            lines.removeFirst();
        }
    }
}
