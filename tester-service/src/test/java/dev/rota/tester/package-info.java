/** Rules of the module that no compiler checks. */
@NullMarked
package dev.rota.tester;

import org.jspecify.annotations.NullMarked;
