/**
 * Running probes: which tasks, in which order, what to do about limits, what each result is called. Pure but for its
 * ports: {@link dev.rota.tester.worker.ModelCalls} calls models, {@link dev.rota.tester.worker.Sleeper} passes time.
 *
 * <pre>
 * probe ──chosen──> task ──call──> transcript ──judged──> graded ──> result ──> next task
 *                    ^                        └─ account limit: by the minute ──> pause, the same task again
 *                    └───────────────────────────                by the day ──> the probe goes back
 * </pre>
 */
@NullMarked
package dev.rota.tester.worker;

import org.jspecify.annotations.NullMarked;
