package dev.rota.testsupport.random;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test a seed, new at each run: put it on a {@code long} or a {@link java.util.Random} parameter. If the test
 * fails, the seed is printed, and {@code -Drota.seed=N} repeats the run.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SeedExtension.class)
public @interface Seed {}
