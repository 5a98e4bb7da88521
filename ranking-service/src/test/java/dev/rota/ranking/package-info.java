/** Makers of results for this module's tests. */
@org.jspecify.annotations.NullMarked
package dev.rota.ranking;
