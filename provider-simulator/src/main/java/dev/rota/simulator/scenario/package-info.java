/** What is to be played: the YAML file that says how which models behave, read with every mistake reported at once. */
@NullMarked
package dev.rota.simulator.scenario;

import org.jspecify.annotations.NullMarked;
