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
        Snapshot prepared = engine.prepared(program).orElseGet(this::prepare);
        return program.isolated() ? isolated(prepared) : together(prepared);
    }

    /** Compiles the steps. They are the suite's, not the answer's, and the same for every answer. */
    private Snapshot prepare() {
        engine.restore(engine.fresh());
        if (!(ask(Engine.Command.PREPARE, program.steps(), 0, 1).getFirst() instanceof Outcome.Value)) {
            throw new EngineFailed("the steps could not be compiled in time");
        }
        return engine.keepPrepared(program);
    }

    /** Loads once, and takes every step from the state that left. */
    private Run isolated(Snapshot prepared) {
        engine.restore(prepared);
        Outcome load = ask(Engine.Command.LOAD, List.of(program.code()), 0, 1).getFirst();
        if (!new Run(load, List.of()).loaded()) {
            return new Run(load, List.of());
        }
        Snapshot ready = engine.snapshot();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < program.steps().size(); i++) {
            if (i > 0) {
                engine.restore(ready);
            }
            outcomes.addAll(ask(Engine.Command.STEP, List.of(), i, 1));
        }
        return new Run(load, outcomes);
    }

    /** Loads and takes all steps in one go; loads anew for the steps after one that went over a limit. */
    private Run together(Snapshot prepared) {
        Run run = onwards(prepared, 0);
        if (!run.loaded()) {
            return run;
        }
        int all = program.steps().size();
        List<Outcome> outcomes = new ArrayList<>(run.steps());
        while (outcomes.size() < all) {
            Run again = onwards(prepared, outcomes.size());
            outcomes.addAll(
                    again.loaded() && !again.steps().isEmpty()
                            ? again.steps()
                            : Collections.nCopies(all - outcomes.size(), new Outcome.NotRun()));
        }
        return new Run(run.load(), outcomes);
    }

    private Run onwards(Snapshot prepared, int from) {
        engine.restore(prepared);
        int steps = program.steps().size() - from;
        List<Outcome> outcomes = ask(Engine.Command.RUN, List.of(program.code()), from, steps + 1);
        Run load = new Run(outcomes.getFirst(), List.of());
        return load.loaded() ? new Run(load.load(), outcomes.subList(1, outcomes.size())) : load;
    }

    /** The first of the outcomes awaited; at least one. */
    private List<Outcome> ask(Engine.Command command, List<String> texts, int from, int count) {
        List<Outcome> outcomes = new ArrayList<>(count);
        if (left().isZero()) {
            outcomes.addAll(Collections.nCopies(count, new Outcome.NotRun()));
            return outcomes;
        }
        Watchdog.Watch watch = watchdog.watch(left());
        try {
            engine.ask(command, program.function(), texts, from, count, outcome -> {
                outcomes.add(outcome);
                watch.renew(left());
            });
        } catch (WasmInterruptedException e) {
            if (!watch.fired()) {
                throw e;
            }
            addIfMissing(outcomes, count, "ran longer than " + limits.step().toMillis() + " ms");
        } catch (EngineFailed e) {
            addIfMissing(outcomes, count, e.what());
        } finally {
            watch.close();
        }
        if (outcomes.isEmpty()) {
            throw new EngineFailed("the harness reported nothing");
        }
        return outcomes;
    }

    /** What happens after the last report, in a job the code left behind, is of no interest. */
    private static void addIfMissing(List<Outcome> outcomes, int count, String why) {
        if (outcomes.size() < count) {
            outcomes.add(new Outcome.Stopped(why));
        }
    }

    /** The time the next step may take. */
    private Duration left() {
        Duration total = Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
        return total.compareTo(limits.step()) < 0 ? total : limits.step();
    }
}
