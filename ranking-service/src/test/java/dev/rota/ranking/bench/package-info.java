/**
 * What the live ranking is measured with, side by side with a plain Streams store that keeps the same evidence. Each
 * engine is a process of its own, and so is the broker; {@code docs/performance.md} has the commands.
 */
@NullMarked
package dev.rota.ranking.bench;

import org.jspecify.annotations.NullMarked;
