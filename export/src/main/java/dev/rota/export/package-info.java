/**
 * Rotations in the words of other tools. {@link dev.rota.export.Selected} decides which models go out at all, each
 * {@link dev.rota.export.ExportFormat} only writes them down, and {@link dev.rota.export.ExportFile} keeps a file up to
 * date. Keys never appear: every format refers to the variable of the environment that holds one.
 */
@NullMarked
package dev.rota.export;

import org.jspecify.annotations.NullMarked;
