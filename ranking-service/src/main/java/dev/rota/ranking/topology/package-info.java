/**
 * The ranking as a Kafka Streams topology: {@link dev.rota.ranking.topology.RankingTopology} wires it, and its picture
 * is in this module's README.
 *
 * <p>Two steps. {@code evidence}, one task per partition of the results, keeps each model's evidence and tells what its
 * standing has become. {@code selection} keeps, per rotation, the standings that travelled to it and makes the rotation
 * from them. Everything that is decided is decided by the pure packages; here is only when, and what travels where.
 *
 * <p>Times in events come from records. The wall clock decides but one thing of content, whether a result claims to be
 * from the future; apart from that it only spaces out work.
 */
@NullMarked
package dev.rota.ranking.topology;

import org.jspecify.annotations.NullMarked;
