/** Which models are candidates for a test. */
@NullMarked
package dev.rota.discovery.filter;

import org.jspecify.annotations.NullMarked;
