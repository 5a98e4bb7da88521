/**
 * Discovery: catalogues are read, compared with what is known, and the difference is published; then a budget of test
 * requests is spent where it tells most.
 *
 * <p>The decisions are pure: {@code catalogue} says what a reading is, {@code change} what changed between readings,
 * {@code filter} which models are candidates for a test, {@code plan} which of them to test now, {@code wanted} what
 * became of an id somebody wants. {@code json}, {@code http} and {@code kafka} connect them with the world.
 */
@NullMarked
package dev.rota.discovery;

import org.jspecify.annotations.NullMarked;
