/** Figures, times and sentences as people read them; the same for every format. */
@NullMarked
package dev.rota.report.text;

import org.jspecify.annotations.NullMarked;
