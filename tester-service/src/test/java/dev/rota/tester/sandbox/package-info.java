@NullMarked
package dev.rota.tester.sandbox;

import org.jspecify.annotations.NullMarked;
