package dev.rota.tester.sandbox;

import run.endive.runtime.Instance;
import run.endive.runtime.Memory;

/** All the state of an engine at one moment: its memory and its stack pointer. */
final class Snapshot {
    private static final int STACK_POINTER = 0;

    private final byte[] bytes;
    private final long stackPointer;

    private Snapshot(byte[] bytes, long stackPointer) {
        this.bytes = bytes;
        this.stackPointer = stackPointer;
    }

    static Snapshot of(Instance instance) {
        Memory memory = instance.memory();
        return new Snapshot(
                memory.readBytes(0, memory.pages() * Memory.PAGE_SIZE),
                instance.global(STACK_POINTER).getValue());
    }

    int pages() {
        return bytes.length / Memory.PAGE_SIZE;
    }

    /** Puts the state back into an instance that has as many pages. */
    void restoreTo(Instance instance) {
        instance.memory().write(0, bytes);
        instance.global(STACK_POINTER).setValue(stackPointer);
    }
}
