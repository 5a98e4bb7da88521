/** Measurements of the whole tester; run by hand, docs/performance.md has the commands. */
@NullMarked
package dev.rota.tester.bench;

import org.jspecify.annotations.NullMarked;
