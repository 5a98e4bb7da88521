/**
 * How good an answer is: graders check it and each check passes or fails. Pure; what needs a JavaScript engine or a
 * JSON library is behind a port.
 */
@NullMarked
package dev.rota.tester.grading;

import org.jspecify.annotations.NullMarked;
