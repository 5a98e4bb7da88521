/** The command line: parse, build, run, exit code. */
@NullMarked
package dev.rota.launcher;

import org.jspecify.annotations.NullMarked;
