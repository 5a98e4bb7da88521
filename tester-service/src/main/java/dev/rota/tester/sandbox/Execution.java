package dev.rota.tester.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
        return program.isolated() ? isolated() : together();
    }

    /** Loads once, and takes every step from the state that left. */
    private Run isolated() {
        engine.restore(engine.fresh());
        Outcome load = ask(Engine.Command.LOAD, List.of(program.code())).getFirst();
        if (!new Run(load, List.of()).loaded()) {
            return new Run(load, List.of());
        }
        Snapshot ready = engine.snapshot();
        List<Outcome> outcomes = new ArrayList<>();
        for (String step : program.steps()) {
            if (!outcomes.isEmpty()) {
                engine.restore(ready);
            }
            outcomes.addAll(ask(Engine.Command.STEP, List.of(step)));
        }
        return new Run(load, outcomes);
    }

    /** Loads and takes all steps in one go; loads anew for the steps after one that went over a limit. */
    private Run together() {
        Run run = onwards(program.steps());
        if (!run.loaded()) {
            return run;
        }
        List<Outcome> outcomes = new ArrayList<>(run.steps());
        while (outcomes.size() < program.steps().size()) {
            List<String> rest =
                    program.steps().subList(outcomes.size(), program.steps().size());
            Run again = onwards(rest);
            outcomes.addAll(
                    again.loaded() && !again.steps().isEmpty()
                            ? again.steps()
                            : Collections.nCopies(rest.size(), new Outcome.NotRun()));
        }
        return new Run(run.load(), outcomes);
    }

    private Run onwards(List<String> steps) {
        engine.restore(engine.fresh());
        List<String> texts = new ArrayList<>(steps.size() + 1);
        texts.add(program.code());
        texts.addAll(steps);
        List<Outcome> outcomes = ask(Engine.Command.RUN, texts);
        Run load = new Run(outcomes.getFirst(), List.of());
        return load.loaded() ? new Run(load.load(), outcomes.subList(1, outcomes.size())) : load;
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
