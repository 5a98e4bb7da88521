/** One class for each part of the report: figures in, content out. */
@NullMarked
package dev.rota.report.build;

import org.jspecify.annotations.NullMarked;
