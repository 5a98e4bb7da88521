package dev.rota.launcher;

import java.lang.reflect.Proxy;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;
import org.jspecify.annotations.Nullable;

/**
 * An MBean server that keeps nothing. Each Kafka client registers itself with the platform's, whose making lists all
 * diagnostic commands of the JVM: a sixth of a second in a command that ends at once and that nobody will manage. The
 * launcher script names this class to the JVM for such commands.
 */
public final class NoManagement extends MBeanServerBuilder {
    /** For the JVM. */
    public NoManagement() {}

    @Override
    public MBeanServer newMBeanServer(
            String domain, @Nullable MBeanServer outer, @Nullable MBeanServerDelegate delegate) {
        return (MBeanServer) Proxy.newProxyInstance(
                NoManagement.class.getClassLoader(), new Class<?>[] {MBeanServer.class}, (_, method, _) -> {
                    Class<?> type = method.getReturnType();
                    if (type == boolean.class) {
                        return false;
                    }
                    return type == Integer.class ? Integer.valueOf(0) : null;
                });
    }
}
