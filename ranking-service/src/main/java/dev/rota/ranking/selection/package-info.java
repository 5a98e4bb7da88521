/**
 * From standings to a rotation: {@link dev.rota.ranking.selection.Board} keeps one policy's candidates in order,
 * {@link dev.rota.ranking.selection.Selector} turns them and the rotation before into the next rotation, and says what
 * changed and why. Nothing is emitted that a reader would not notice.
 */
@NullMarked
package dev.rota.ranking.selection;

import org.jspecify.annotations.NullMarked;
