/** What happened, kept small and free of repetitions. */
@NullMarked
package dev.rota.report.history;

import org.jspecify.annotations.NullMarked;
