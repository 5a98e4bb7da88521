/** What the gateway knows: the topics' contents in memory, each followed by a reader of its own. Thread-safe. */
@NullMarked
package dev.rota.gateway.view;

import org.jspecify.annotations.NullMarked;
