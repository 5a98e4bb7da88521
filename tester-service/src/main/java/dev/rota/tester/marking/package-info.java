/**
 * The graders at work. Each marker turns one kind of grader and an answer into checks;
 * {@link dev.rota.tester.marking.AnswerGrading} weighs them.
 *
 * <pre>
 *   Answer ─> AnswerText (no thoughts) ─> AnswerCode (from fences) ─> Sandbox ─> outcomes ─> compared here, in Java
 * </pre>
 */
@NullMarked
package dev.rota.tester.marking;

import org.jspecify.annotations.NullMarked;
