/** The topics, once: names, events, partitions, cleanup and retention; and their creation and check. */
@NullMarked
package dev.rota.schema.topic;

import org.jspecify.annotations.NullMarked;
