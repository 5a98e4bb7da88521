/**
 * Which model to test now: a function of what is known of the models, what the account may still spend, and the time.
 *
 * <pre>
 *   appearances (new, back, changed) ──┐ as fast as the budget permits
 *                                      ├──> probes
 *   models due for another look ───────┘ along an even line through the day, the most overdue first
 * </pre>
 *
 * <p>A model is due when its pause is over. Pauses are short near the top and where the evidence is thin, longer for
 * the rest, and grow for a model that fails. Where the budget cannot pay for all of that, all pauses stretch alike, so
 * the proportions stay.
 */
@NullMarked
package dev.rota.discovery.plan;

import org.jspecify.annotations.NullMarked;
