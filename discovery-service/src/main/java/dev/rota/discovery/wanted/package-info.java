/** What became of an id that somebody wants: whether it exists, and if not, which real ids are nearest, and why. */
@NullMarked
package dev.rota.discovery.wanted;

import org.jspecify.annotations.NullMarked;
