/** What every feed of rotations promises an application, held against each of them. */
@NullMarked
package dev.rota.gateway.feed;

import org.jspecify.annotations.NullMarked;
