@NullMarked
package dev.rota.tester.suitefile;

import org.jspecify.annotations.NullMarked;
