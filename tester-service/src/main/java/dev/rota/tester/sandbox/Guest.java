package dev.rota.tester.sandbox;

import static run.endive.wasm.types.ValType.I32;
import static run.endive.wasm.types.ValType.I64;

import java.util.Arrays;
import java.util.List;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/**
 * Everything the engine can call on the host. There are no files, no environment and no network behind it: a clock that
 * only counts how often it was asked, a fixed sequence for randomness, an output that goes nowhere. So a run depends on
 * its program alone.
 */
final class Guest {
    private static final String WASI = "wasi_snapshot_preview1";
    private static final int OK = 0;
    private static final int BAD_DESCRIPTOR = 8;
    private static final int DESCRIPTOR_SIZE = 24;
    private static final int CHARACTER_DEVICE = 2;
    private static final long FIRST_NANOS = 1_760_000_000_000_000_000L;
    private static final long TICK_NANOS = 1_000_000L;
    private static final long[] SUCCESS = {OK};
    private static final long[] NO_FILE = {BAD_DESCRIPTOR};

    private final WasmFunctionHandle report;
    private long ticks;

    /** The engine reports through {@code report}: addresses and lengths of three texts. */
    Guest(WasmFunctionHandle report) {
        this.report = report;
    }

    /** Sets the clock back, so that every run sees the same times. */
    void reset() {
        ticks = 0;
    }

    ImportValues imports() {
        return ImportValues.builder()
                .addFunction(new HostFunction("endive", "invoke", returning(I32, I32, I32, I32, I32, I32), report))
                .addFunction(wasi("random_get", this::random, I32, I32))
                .addFunction(wasi("environ_get", (_, _) -> SUCCESS, I32, I32))
                .addFunction(wasi("environ_sizes_get", Guest::noEnvironment, I32, I32))
                .addFunction(wasi("clock_time_get", this::time, I32, I64, I32))
                .addFunction(wasi("fd_close", (_, _) -> SUCCESS, I32))
                .addFunction(wasi("fd_fdstat_get", Guest::describe, I32, I32))
                .addFunction(wasi("fd_prestat_get", (_, _) -> NO_FILE, I32, I32))
                .addFunction(wasi("fd_prestat_dir_name", (_, _) -> NO_FILE, I32, I32, I32))
                .addFunction(wasi("fd_read", (_, _) -> NO_FILE, I32, I32, I32, I32))
                .addFunction(wasi("fd_seek", (_, _) -> NO_FILE, I32, I64, I32, I32))
                .addFunction(wasi("fd_write", Guest::swallow, I32, I32, I32, I32))
                .addFunction(new HostFunction(WASI, "proc_exit", FunctionType.of(List.of(I32), List.of()), Guest::exit))
                .build();
    }

    private static HostFunction wasi(String name, WasmFunctionHandle handle, ValType... parameters) {
        return new HostFunction(WASI, name, returning(parameters), handle);
    }

    private static FunctionType returning(ValType... parameters) {
        return FunctionType.of(Arrays.asList(parameters), List.of(I32));
    }

    private long[] random(Instance instance, long... args) {
        byte[] bytes = new byte[(int) args[1]];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 73 + 41);
        }
        instance.memory().write((int) args[0], bytes);
        return SUCCESS;
    }

    private long[] time(Instance instance, long... args) {
        instance.memory().writeLong((int) args[2], FIRST_NANOS + ++ticks * TICK_NANOS);
        return SUCCESS;
    }

    private static long[] noEnvironment(Instance instance, long... args) {
        instance.memory().writeI32((int) args[0], 0);
        instance.memory().writeI32((int) args[1], 0);
        return SUCCESS;
    }

    private static long[] describe(Instance instance, long... args) {
        if (args[0] > 2) {
            return NO_FILE;
        }
        byte[] description = new byte[DESCRIPTOR_SIZE];
        description[0] = CHARACTER_DEVICE;
        instance.memory().write((int) args[1], description);
        return SUCCESS;
    }

    /** Says that all was written: each buffer is an address and a length. */
    private static long[] swallow(Instance instance, long... args) {
        Memory memory = instance.memory();
        int written = 0;
        for (int i = 0; i < (int) args[2]; i++) {
            written += memory.readInt((int) args[1] + i * 8 + 4);
        }
        memory.writeI32((int) args[3], written);
        return SUCCESS;
    }

    private static long[] exit(Instance instance, long... args) {
        throw new EngineFailed("the engine exited with status " + args[0]);
    }
}
