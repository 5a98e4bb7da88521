@NullMarked
package dev.rota.tester.marking;

import org.jspecify.annotations.NullMarked;
