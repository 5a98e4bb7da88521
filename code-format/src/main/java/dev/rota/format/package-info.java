/**
 * The formatter of the build: one command that checks or rewrites every Java file, on the JDK the code is written for.
 */
@NullMarked
package dev.rota.format;

import org.jspecify.annotations.NullMarked;
