package dev.rota.tester.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roastedroot.quickjs4j.core.JavyPluginModule;
import java.util.List;
import java.util.function.Consumer;
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
    private final int maxPages;
    private final String token;
    private final Mailbox mailbox;
    private final Guest guest;
    private final Snapshot fresh;
    private Instance instance;
    private boolean spoilt;

    /** What the harness can be asked to do with texts. */
    enum Command {
        /** Load the one text as code. */
        LOAD,
        /** Evaluate each as an expression. */
        STEP,
        /** Load the first and, if that defines the function, evaluate the others. */
        RUN
    }

    Engine(SandboxLimits limits, String token) {
        maxPages = (int) (limits.memoryBytes() / Memory.PAGE_SIZE);
        this.token = token;
        mailbox = new Mailbox(token, limits.outputBytes());
        guest = new Guest(mailbox::receive);
        instance = instantiate();
        instance.export("initialize_runtime").apply();
        evaluate(Harness.source(token));
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

    /**
     * Has the harness do something with each of the texts, and hands on each report as it comes.
     *
     * @throws WasmInterruptedException if the thread was interrupted
     * @throws EngineFailed if the engine broke
     */
    void ask(Command command, String function, List<String> texts, Consumer<Outcome> reports) {
        mailbox.open(texts.size(), reports);
        try {
            evaluate(Harness.call(token, command, function, texts));
        } finally {
            mailbox.close();
        }
    }

    private void evaluate(String script) {
        spoilt = true;
        try {
            byte[] source = script.getBytes(UTF_8);
            int address = (int) call("cabi_realloc", 0, 0, 1, source.length);
            Memory memory = instance.memory();
            memory.write(address, source);
            int code = (int) call("compileSrc", address, source.length);
            call("eval", memory.readInt(code), memory.readInt(code + 4), 0, 0);
            spoilt = false;
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
