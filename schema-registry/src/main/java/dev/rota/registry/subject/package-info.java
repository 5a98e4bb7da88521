/**
 * What is registered, and what may be. {@link dev.rota.registry.subject.Subjects} is the state, changed only by
 * applying {@link dev.rota.registry.subject.Entry entries}; {@link dev.rota.registry.subject.Registrar} decides which
 * entries a request leads to. Parsing and compatibility are Confluent's own classes. No Kafka client, no HTTP.
 */
@NullMarked
package dev.rota.registry.subject;

import org.jspecify.annotations.NullMarked;
