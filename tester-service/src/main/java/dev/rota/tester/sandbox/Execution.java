package dev.rota.tester.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import run.endive.runtime.WasmInterruptedException;

/** One program on one engine. A step that goes over a limit costs its own outcome and its time, not the other steps. */
final class Execution {
    private final Engine engine;
    private final Watchdog watchdog;
    private final SandboxLimits limits;
    private final Program program;
    private final long endNanos;

    Execution(Engine engine, Watchdog watchdog, SandboxLimits limits, Program program) {
        this.engine = engine;
        this.watchdog = watchdog;
        this.limits = limits;
        this.program = program;
        endNanos = System.nanoTime() + limits.total().toNanos();
    }

    Run run() {
        engine.restore(engine.fresh());
        Outcome load = ask(Engine.Command.LOAD, List.of(program.code())).getFirst();
        Run loaded = new Run(load, List.of());
        return loaded.loaded() && !program.steps().isEmpty() ? new Run(load, steps()) : loaded;
    }

    private List<Outcome> steps() {
        Snapshot ready = engine.snapshot();
        List<String> steps = program.steps();
        List<Outcome> outcomes = new ArrayList<>(steps.size());
        while (outcomes.size() < steps.size()) {
            int from = outcomes.size();
            if (from > 0) {
                engine.restore(ready);
            }
            outcomes.addAll(
                    ask(Engine.Command.STEP, steps.subList(from, program.isolated() ? from + 1 : steps.size())));
        }
        return outcomes;
    }

    /** The outcomes of some of the texts, from the first on; at least one. */
    private List<Outcome> ask(Engine.Command command, List<String> texts) {
        List<Outcome> outcomes = new ArrayList<>(texts.size());
        if (left().isZero()) {
            texts.forEach(_ -> outcomes.add(new Outcome.NotRun()));
            return outcomes;
        }
        Watchdog.Watch watch = watchdog.watch(left());
        try {
            engine.ask(command, program.function(), texts, outcome -> {
                outcomes.add(outcome);
                watch.renew(left());
            });
        } catch (WasmInterruptedException e) {
            if (!watch.fired()) {
                throw e;
            }
            addIfMissing(outcomes, texts, "ran longer than " + limits.step().toMillis() + " ms");
        } catch (EngineFailed e) {
            addIfMissing(outcomes, texts, e.what());
        } finally {
            watch.close();
        }
        if (outcomes.isEmpty()) {
            throw new EngineFailed("the harness reported nothing");
        }
        return outcomes;
    }

    /** What happens after the last report, in a job the code left behind, is of no interest. */
    private static void addIfMissing(List<Outcome> outcomes, List<String> texts, String why) {
        if (outcomes.size() < texts.size()) {
            outcomes.add(new Outcome.Stopped(why));
        }
    }

    /** The time the next step may take. */
    private Duration left() {
        Duration total = Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
        return total.compareTo(limits.step()) < 0 ? total : limits.step();
    }
}
