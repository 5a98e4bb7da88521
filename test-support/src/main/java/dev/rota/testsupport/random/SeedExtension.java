package dev.rota.testsupport.random;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One seed a test, whatever the number of its parameters. */
public final class SeedExtension implements ParameterResolver, AfterTestExecutionCallback {

    /** Fixes the seed of every randomised test. */
    public static final String PROPERTY = "rota.seed";

    private static final Namespace NAMESPACE = Namespace.create(SeedExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(Seed.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        long seed = seed(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == long.class) {
            return seed;
        }
        if (type == Random.class) {
            return new Random(seed);
        }
        throw new ParameterResolutionException("@Seed goes on a long or a Random, not on a " + type.getName());
    }

    private static long seed(ExtensionContext context) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(PROPERTY, _ -> newSeed(), Long.class);
    }

    private static long newSeed() {
        Long fixed = Long.getLong(PROPERTY);
        return fixed == null ? ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE) : fixed;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        context.getExecutionException()
                .ifPresent(failure -> System.out.printf(
                        "[tests] %s failed with seed %d; -D%s=%2$d repeats it%n",
                        context.getDisplayName(), seed(context), PROPERTY));
    }
}
