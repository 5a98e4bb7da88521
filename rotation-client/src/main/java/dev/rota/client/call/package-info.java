/**
 * Calling a rotation's models in order until one answers. {@link dev.rota.client.call.RotationCaller} decides whom to
 * try next and when; the {@link dev.rota.client.call.ModelCall} it is given does the talking; a
 * {@link dev.rota.client.call.ResultReporter} tells Rota what came of it.
 */
@NullMarked
package dev.rota.client.call;

import org.jspecify.annotations.NullMarked;
