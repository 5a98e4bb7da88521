package dev.rota.embedded;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.controller.Controller;
import org.apache.kafka.controller.ControllerRequestContext;

/**
 * The registration that a killed broker leaves with the controller. The controller would take that broker for alive,
 * and refuse the new one, until its session of 9 s is over. The directory's lock proves that it is dead, so it is
 * signed off at once.
 */
final class DeadBroker {

    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private DeadBroker() {}

    /** Signs it off; does nothing if it had never registered. */
    static void signOff(Controller controller, Duration limit) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        while (!signedOff(controller, limit)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("the controller did not become active within " + limit);
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    private static boolean signedOff(Controller controller, Duration limit) throws Exception {
        ControllerRequestContext context =
                new ControllerRequestContext(new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
        try {
            controller.unregisterBroker(context, BrokerSettings.NODE_ID).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case BrokerIdNotRegisteredException _ -> true;
                case NotControllerException _ -> false;
                case null, default -> throw e;
            };
        }
    }
}
