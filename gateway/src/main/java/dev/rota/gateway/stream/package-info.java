/**
 * Rotations as server-sent events.
 *
 * <p>A rotation's revisions are a linked list of encoded frames that grows at its end. Each subscriber walks it on a
 * virtual thread of its own, and parks at the end; publishing appends a frame and unparks everyone. Nothing is copied
 * per subscriber, and a slow one holds up nobody.
 */
@NullMarked
package dev.rota.gateway.stream;

import org.jspecify.annotations.NullMarked;
