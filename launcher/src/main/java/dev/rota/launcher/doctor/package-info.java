/**
 * Looks at everything Rota needs, changes nothing, and says what to do about what is not well. Each check answers
 * within its time or counts as broken, so one thing that hangs hides no other.
 */
@NullMarked
package dev.rota.launcher.doctor;

import org.jspecify.annotations.NullMarked;
