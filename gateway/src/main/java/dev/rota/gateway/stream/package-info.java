/**
 * Rotations as server-sent events.
 *
 * <p>A rotation's revisions are a linked list of encoded frames that grows at its end. Each subscriber walks it: as
 * many threads as there are processors bring a new frame to all of them, one after another, and a subscriber that makes
 * them wait walks on a virtual thread of its own from then on. Nothing is copied per subscriber, and a slow one holds
 * up nobody.
 */
@NullMarked
package dev.rota.gateway.stream;

import org.jspecify.annotations.NullMarked;
