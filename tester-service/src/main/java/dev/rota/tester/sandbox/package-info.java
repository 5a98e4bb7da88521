/**
 * Runs JavaScript that a stranger wrote: QuickJS, compiled to WebAssembly and from there to Java bytecode, with limits
 * on time, memory and output, and with nothing of the host's in reach. Knows nothing of answers and grades.
 *
 * <pre>
 *   Program ─> Sandbox (a few platform threads) ─> Engine (one each): restore the snapshot, load, step, step … ─> Run
 * </pre>
 */
@NullMarked
package dev.rota.tester.sandbox;

import org.jspecify.annotations.NullMarked;
