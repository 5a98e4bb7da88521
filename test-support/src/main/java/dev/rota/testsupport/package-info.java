/**
 * What tests share: a real Kafka and registry for integration tests ({@code kafka}), seeds for randomised ones
 * ({@code random}).
 */
@NullMarked
package dev.rota.testsupport;

import org.jspecify.annotations.NullMarked;
