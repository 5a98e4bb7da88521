/**
 * A response as a script of waits, bytes and cuts, written before anything is sent, so that it can be tested without a
 * server.
 */
@NullMarked
package dev.rota.simulator.script;

import org.jspecify.annotations.NullMarked;
