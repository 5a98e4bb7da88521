/**
 * What changed between what is known of a catalogue and a reading of it.
 *
 * <pre>
 *              listed                 facts that matter differ
 *   unknown ───────────> present ──┐ ────────────────────────> present (changed)
 *                        ^   │     └─ not listed once: still present
 *             (returned) │   │ not listed in two readings in a row, or past its announced end
 *                        │   v
 *                       retired
 * </pre>
 *
 * <p>A reading that failed, is empty, or is less than half of what is known changes nothing. All of it is pure: what is
 * known goes in, what is known now and what happened come out.
 */
@NullMarked
package dev.rota.discovery.change;

import org.jspecify.annotations.NullMarked;
