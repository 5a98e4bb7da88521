/** How one model behaves: how fast, how often, how well it answers, and in which ways it fails. */
@NullMarked
package dev.rota.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
