/** The files in {@code deploy/}, held against published schemas and against the code they speak of. */
@NullMarked
package dev.rota.deployment;

import org.jspecify.annotations.NullMarked;
