package dev.rota.launcher;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * What is logged until a command says where its log goes: errors, to standard error, never among the data. Logback
 * finds this class by its service file; the same in XML would take a command that answers a sixth of a second to read.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class InitialLogging extends ContextAwareBase implements Configurator {
    /** For the service loader. */
    public InitialLogging() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Logging.initially(context);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
