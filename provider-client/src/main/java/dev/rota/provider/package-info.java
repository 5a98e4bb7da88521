/**
 * Talking to providers of models. {@link dev.rota.provider.http} moves bytes within bounds,
 * {@link dev.rota.provider.chat} makes them a measured transcript, {@link dev.rota.provider.judge} says what came of it
 * and whom it speaks about, and {@link dev.rota.provider.limit} reads what is left of the account's quota. This package
 * holds the values they share.
 */
@NullMarked
package dev.rota.provider;

import org.jspecify.annotations.NullMarked;
