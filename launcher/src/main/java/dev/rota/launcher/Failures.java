package dev.rota.launcher;

import dev.rota.launcher.terminal.Terminal;
import dev.rota.runtime.config.ConfigException;
import dev.rota.simulator.catalogue.CatalogueException;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Tells a failed command's reason in a line or two, and the exit code; the stack trace only with {@code --verbose}. */
final class Failures {
    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    int tell(Exception failure) {
        for (String line : lines(failure)) {
            terminal.err().println("rota: " + line);
        }
        if (Logging.verbose()) {
            failure.printStackTrace(terminal.err());
        }
        return switch (failure) {
            case UserError error -> error.exitCode();
            case ConfigException _, CatalogueException _ -> Rota.WRONG_USAGE;
            default -> Rota.FAILED;
        };
    }

    private static List<String> lines(Exception failure) {
        return switch (failure) {
            case UserError error -> List.of(String.valueOf(error.getMessage()));
            case ConfigException config -> config.problems();
            case AuthenticationException e ->
                List.of("Kafka refuses these credentials: " + e.getMessage()
                        + "; check kafka.security.protocol and kafka.sasl.*");
            case AuthorizationException e ->
                List.of("Kafka allows this user too little: " + e.getMessage() + "; see the access rules in docs");
            case TimeoutException e ->
                List.of("Kafka does not answer: " + e.getMessage() + "; check that it runs and that --kafka names it");
            case KafkaException e
            when e.getCause() != null ->
                List.of(e.getMessage() + ": " + e.getCause().getMessage());
            default ->
                List.of(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
        };
    }
}
