/**
 * What a model is asked: a suite of tasks, each a prompt with the graders that judge the answer. Plain values; files
 * are read by {@code dev.rota.tester.suitefile}.
 */
@NullMarked
package dev.rota.tester.suite;

import org.jspecify.annotations.NullMarked;
