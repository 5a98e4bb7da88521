package dev.rota.tester.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roastedroot.quickjs4j.core.JavyPluginModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.ExportFunction;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.runtime.WasmInterruptedException;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.MemoryLimits;

/**
 * One QuickJS and the harness in it. Not thread-safe. All of an engine's state is its linear memory and one global, the
 * stack pointer, so putting these back is as good as a new engine and costs a copy rather than a start.
 */
final class Engine {
    /** Programs whose steps are kept compiled, each in a memory image of a megabyte or two. */
    private static final int MAX_PREPARED = 8;

    private final int maxPages;
    private final Mailbox mailbox;
    private final Guest guest;
    /** Where the compiled call lies in every memory image. */
    private final Code call;

    private final Snapshot fresh;
    private final Map<List<String>, Snapshot> prepared = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Snapshot> eldest) {
            return size() > MAX_PREPARED;
        }
    };
    private Instance instance;
    private boolean spoilt;

    /** What the harness can be asked to do. */
    enum Command {
        /** Compile the texts as expressions, the steps to be taken later. */
        PREPARE,
        /** Load the one text as code. */
        LOAD,
        /** Take one step. */
        STEP,
        /** Load the one text and, if that defines the function, take all steps from one on. */
        RUN
    }

    Engine(SandboxLimits limits, String token) {
        maxPages = (int) (limits.memoryBytes() / Memory.PAGE_SIZE);
        mailbox = new Mailbox(token, limits.outputBytes());
        guest = new Guest(mailbox::receive);
        instance = instantiate();
        instance.export("initialize_runtime").apply();
        evaluate(compile(Harness.source(token)));
        call = compile(Harness.call(token));
        fresh = snapshot();
    }

    /** The engine before it saw any program. */
    Snapshot fresh() {
        return fresh;
    }

    Snapshot snapshot() {
        return Snapshot.of(instance);
    }

    void restore(Snapshot snapshot) {
        // Memory cannot shrink, and a page once used is not zero again, as the guest's allocator takes for granted.
        if (spoilt || instance.memory().pages() != snapshot.pages()) {
            instance = instantiate();
            instance.memory().grow(snapshot.pages() - instance.memory().pages());
            spoilt = false;
        }
        snapshot.restoreTo(instance);
        guest.reset();
    }

    /** The engine with a program's steps compiled, if it is kept. */
    Optional<Snapshot> prepared(Program program) {
        return Optional.ofNullable(prepared.get(key(program)));
    }

    /** Keeps the engine as it is now as the one with the program's steps compiled. */
    Snapshot keepPrepared(Program program) {
        Snapshot now = snapshot();
        prepared.put(key(program), now);
        return now;
    }

    private static List<String> key(Program program) {
        List<String> key = new ArrayList<>(program.steps());
        key.add(program.function());
        return key;
    }

    /**
     * Has the harness do something, and hands on each report as it comes.
     *
     * @param from the step to take, or to begin with
     * @param count how many reports are awaited
     * @throws WasmInterruptedException if the thread was interrupted
     * @throws EngineFailed if the engine broke
     */
    void ask(Command command, String function, List<String> texts, int from, int count, Consumer<Outcome> reports) {
        mailbox.open(Harness.request(command, function, texts, from), count, reports);
        try {
            evaluate(call);
        } finally {
            mailbox.close();
        }
    }

    /** Compiled code in the guest's memory. */
    private record Code(int address, int length) {}

    private Code compile(String script) {
        return guarded(() -> {
            byte[] source = script.getBytes(UTF_8);
            int address = (int) call("cabi_realloc", 0, 0, 1, source.length);
            Memory memory = instance.memory();
            memory.write(address, source);
            int code = (int) call("compileSrc", address, source.length);
            return new Code(memory.readInt(code), memory.readInt(code + 4));
        });
    }

    private void evaluate(Code code) {
        var _ = guarded(() -> call("eval", code.address(), code.length(), 0, 0));
    }

    private <T> T guarded(Supplier<T> work) {
        spoilt = true;
        try {
            T result = work.get();
            spoilt = false;
            return result;
        } catch (WasmInterruptedException e) {
            throw e;
        } catch (WasmEngineException | StackOverflowError | IndexOutOfBoundsException e) {
            throw new EngineFailed("used up the engine's memory or stack", e);
        }
    }

    private long call(String name, long... args) {
        ExportFunction function = instance.export(name);
        long[] results = function.apply(args);
        return results == null || results.length == 0 ? 0 : results[0];
    }

    private Instance instantiate() {
        return Instance.builder(JavyPluginModule.load())
                .withMemoryFactory(limits -> new ByteArrayMemory(new MemoryLimits(limits.initialPages(), maxPages)))
                .withMachineFactory(JavyPluginModule::create)
                .withImportValues(guest.imports())
                .build();
    }
}
