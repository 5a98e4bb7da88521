/** History as files of one result in JSON a line: read with every bad line accounted for. */
@NullMarked
package dev.rota.launcher.history;

import org.jspecify.annotations.NullMarked;
