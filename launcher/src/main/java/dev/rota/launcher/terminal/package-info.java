/** What a person sees: tables, bars and colours where there is a terminal, plain lines where there is none. */
@NullMarked
package dev.rota.launcher.terminal;

import org.jspecify.annotations.NullMarked;
