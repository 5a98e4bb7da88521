package dev.rota.testsupport.kafka;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the backend with the first test that needs it, tells which one it is, and stops it after the last test of the
 * JVM.
 */
public final class KafkaExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(KafkaExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestKafka.class;
    }

    @Override
    public TestKafka resolveParameter(ParameterContext parameter, ExtensionContext context) {
        KafkaBackend backend = backend(context);
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        context.getRequiredTestClass(),
                        type -> new TestKafka(backend, type.getSimpleName()),
                        TestKafka.class);
    }

    /** The root's store closes what it holds when all tests are done. */
    private static KafkaBackend backend(ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        return store.getOrComputeIfAbsent(KafkaBackend.class, _ -> start(), KafkaBackend.class);
    }

    private static KafkaBackend start() {
        KafkaBackend backend = BackendChoice.of(System.getProperty(BackendChoice.PROPERTY, "auto"))
                .start();
        System.out.println("[tests] " + backend.description());
        return backend;
    }
}
