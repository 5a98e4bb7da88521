/** What a model says: known answers to known prompts, right, partly right or wrong. */
@NullMarked
package dev.rota.simulator.answer;

import org.jspecify.annotations.NullMarked;
