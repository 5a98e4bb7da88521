/** The account behind the key: its keys, its credit, and its limits by the minute and the day. */
@NullMarked
package dev.rota.simulator.account;

import org.jspecify.annotations.NullMarked;
