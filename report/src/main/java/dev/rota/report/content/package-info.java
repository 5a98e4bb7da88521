/** What a report says, as plain values: figures, names and sentences, no layout. */
@NullMarked
package dev.rota.report.content;

import org.jspecify.annotations.NullMarked;
