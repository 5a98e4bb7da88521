/**
 * A Kafka with a schema registry for integration tests. A test class says {@link dev.rota.testsupport.kafka.WithKafka}
 * and takes a {@link dev.rota.testsupport.kafka.TestKafka} as a parameter.
 *
 * <p>A {@link dev.rota.testsupport.kafka.KafkaBackend} provides the two: containers where an engine runs, else this
 * JVM. All test classes of a JVM share one backend, started when first asked for: tests keep apart by names, not by
 * brokers.
 */
@NullMarked
package dev.rota.testsupport.kafka;

import org.jspecify.annotations.NullMarked;
