/**
 * A provider that is not one. It serves a catalogue and answers chat completions as OpenRouter does, in all the ways in
 * which real models succeed and fail, but by a scenario and a seed, so that a run repeats.
 */
@NullMarked
package dev.rota.simulator;

import org.jspecify.annotations.NullMarked;
