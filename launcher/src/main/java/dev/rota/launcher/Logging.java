package dev.rota.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Where log lines go: to standard error for a service on its own, to a file in the data directory beside a person's
 * view, and only errors for a command that answers. {@code --verbose} lowers the threshold and shows stack traces.
 */
public final class Logging {
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{24} %msg%n";
    private static volatile boolean verbose;

    private Logging() {}

    /** Whether {@code --verbose} was given. */
    public static boolean verbose() {
        return verbose;
    }

    /** Lowers the threshold; a command that keeps no log of its own tells on standard error what happens. */
    public static void beVerbose() {
        verbose = true;
        toConsole();
    }

    /** Before anything else is chosen. */
    static void initially(LoggerContext context) {
        console(context, "%msg%n");
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
    }

    /** For a service on its own: standard error. */
    public static void toConsole() {
        LoggerContext context = reset();
        console(context, PATTERN);
        levels(context);
    }

    /** For a process with a view of its own: a file of at most 10 MB, and three older ones. */
    public static void toFile(Path file) {
        LoggerContext context = reset();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setFile(file.toString());
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(3);
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(FileSize.valueOf("10MB"));
        trigger.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(trigger);
        attach(context, appender, PATTERN);
        levels(context);
    }

    private static void console(LoggerContext context, String pattern) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget("System.err");
        attach(context, appender, pattern);
    }

    private static void attach(LoggerContext context, OutputStreamAppender<ILoggingEvent> appender, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    // Libraries tell much that only their own developers want to know.
    private static void levels(LoggerContext context) {
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(verbose ? Level.INFO : Level.WARN);
        context.getLogger("dev.rota").setLevel(verbose ? Level.DEBUG : Level.INFO);
        // Whether Kafka answers is told once; its clients would tell of every attempt, of which there are several a
        // second.
        context.getLogger("org.apache.kafka.clients.NetworkClient").setLevel(verbose ? Level.WARN : Level.ERROR);
        context.getLogger("io.confluent.kafka.schemaregistry.client.rest.RestService")
                .setLevel(verbose ? Level.WARN : Level.OFF);
        // A slot that finds no place in its group is told by the tester, once.
        for (String logger : List.of("ShareHeartbeatRequestManager", "ShareMembershipManager")) {
            context.getLogger("org.apache.kafka.clients.consumer.internals." + logger)
                    .setLevel(verbose ? Level.WARN : Level.OFF);
        }
        // A JSON schema is checked when its suite is read; of words in it that mean nothing to the checker it says so.
        context.getLogger("com.networknt.schema").setLevel(Level.ERROR);
        // A client's broken schema is the client's to hear of, which it does.
        context.getLogger("io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider")
                .setLevel(Level.OFF);
    }

    private static LoggerContext reset() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        // The JDK's own logging, which the HTTP server uses, goes the same way as everything else.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return context;
    }
}
