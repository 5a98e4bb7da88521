/**
 * A Kafka broker inside this process, for one machine: it keeps its data in one directory, listens on loopback only and
 * comes back with everything after a restart, a {@code kill -9} included.
 *
 * <p>{@link dev.rota.embedded.EmbeddedKafka} locks the directory, binds its sockets, has Kafka's own formatter prepare
 * the directory on first use, and runs Kafka's controller and broker on top. What can go wrong for a user (port,
 * directory, version) is found before Kafka starts and told in one sentence.
 */
@NullMarked
package dev.rota.embedded;

import org.jspecify.annotations.NullMarked;
