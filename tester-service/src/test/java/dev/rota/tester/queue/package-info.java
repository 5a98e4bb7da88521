@NullMarked
package dev.rota.tester.queue;

import org.jspecify.annotations.NullMarked;
