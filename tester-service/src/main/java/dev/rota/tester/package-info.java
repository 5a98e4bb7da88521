/**
 * The tester. {@link dev.rota.tester.TesterService} puts it together: slots take probes from a
 * {@link dev.rota.tester.queue.ProbeQueue}, run them with a {@link dev.rota.tester.worker.ProbeRunner} and publish
 * results. {@link dev.rota.tester.Workshop} is the part that needs no Kafka.
 */
@NullMarked
package dev.rota.tester;

import org.jspecify.annotations.NullMarked;
