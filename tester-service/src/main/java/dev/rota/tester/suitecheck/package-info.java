/**
 * Checks a suite file before it is used: is it well-formed, and do its graders give its example answers what they
 * should?
 */
@NullMarked
package dev.rota.tester.suitecheck;

import org.jspecify.annotations.NullMarked;
