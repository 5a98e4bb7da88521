package dev.rota.embedded;

import java.nio.file.Path;
import java.util.Properties;

/**
 * Kafka's settings for one small broker. What is not named here has Kafka's default. Each group says why it differs.
 */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String PLAIN_LISTENER = "PLAINTEXT";

    private final Properties properties = new Properties();

    BrokerSettings(EmbeddedKafkaConfig config, Path directory, LoopbackSockets sockets) {
        identity(config, directory, sockets);
        config.security().ifPresent(security -> security.settings().forEach(this::set));
        oneBroker();
        retention();
        groups();
        size();
        config.others().forEach(this::set);
    }

    Properties properties() {
        return properties;
    }

    private void identity(EmbeddedKafkaConfig config, Path directory, LoopbackSockets sockets) {
        String broker = LoopbackSockets.HOST + ":" + sockets.brokerPort();
        String controller = LoopbackSockets.HOST + ":" + sockets.controllerPort();
        String listener = config.security().isPresent() ? BrokerSecurity.LISTENER : PLAIN_LISTENER;
        set("process.roles", "broker,controller");
        set("node.id", NODE_ID);
        set("controller.quorum.voters", NODE_ID + "@" + controller);
        set("controller.listener.names", CONTROLLER_LISTENER);
        set("listeners", listener + "://" + broker + "," + CONTROLLER_LISTENER + "://" + controller);
        set("advertised.listeners", listener + "://" + broker);
        set("log.dirs", directory);
        set("server.max.startup.time.ms", config.startTimeout().toMillis());
    }

    /** Nothing to replicate to. Topics are created on purpose, never by a client's typing error. */
    private void oneBroker() {
        set("default.replication.factor", 1);
        set("min.insync.replicas", 1);
        set("auto.create.topics.enable", false);
        set("auto.leader.rebalance.enable", false);
        set("offsets.topic.replication.factor", 1);
        set("transaction.state.log.replication.factor", 1);
        set("transaction.state.log.min.isr", 1);
        set("share.coordinator.state.topic.replication.factor", 1);
        set("share.coordinator.state.topic.min.isr", 1);
        // One machine has a handful of groups; each partition costs start time and file handles.
        set("offsets.topic.num.partitions", 1);
        set("transaction.state.log.num.partitions", 1);
        set("share.coordinator.state.topic.num.partitions", 1);
    }

    /** Each topic says how long it keeps its records; one that says nothing keeps them. */
    private void retention() {
        set("log.retention.ms", -1);
        set("log.retention.bytes", -1);
    }

    /**
     * Groups that form at once, and that notice within seconds that a killed process is gone: after a {@code kill -9}
     * its member would otherwise hold its partitions for Kafka's 45 s against the one that replaces it.
     */
    private void groups() {
        set("group.initial.rebalance.delay.ms", 0);
        set("group.streams.initial.rebalance.delay.ms", 0);
        for (String kind : new String[] {"consumer", "share", "streams"}) {
            set("group." + kind + ".min.heartbeat.interval.ms", 500);
            set("group." + kind + ".heartbeat.interval.ms", 500);
            set("group." + kind + ".min.session.timeout.ms", 5_000);
            set("group." + kind + ".session.timeout.ms", 10_000);
            set("group." + kind + ".assignment.interval.ms", 100);
        }
        // The longest lock a worker may ask for while it works on one record. Kafka's cap is a minute; a probe may take
        // five.
        set("group.share.max.record.lock.duration.ms", 3_600_000);
        // A tester is many members of its group; Kafka's own limit is 200.
        set("group.share.max.size", 1_000);
        // An abandoned transaction holds back readers of committed data only until the next look.
        set("transaction.abort.timed.out.transaction.cleanup.interval.ms", 1_000);
    }

    /** A laptop's share of memory and threads, most of which Kafka sizes for a server of its own. */
    private void size() {
        set("log.cleaner.threads", 1);
        set("log.cleaner.dedupe.buffer.size", 8 * 1024 * 1024);
        set("log.index.size.max.bytes", 1024 * 1024);
        set("log.segment.bytes", 128 * 1024 * 1024);
        set("offsets.topic.segment.bytes", 16 * 1024 * 1024);
        set("transaction.state.log.segment.bytes", 16 * 1024 * 1024);
        set("share.coordinator.state.topic.segment.bytes", 16 * 1024 * 1024);
        set("metadata.log.segment.bytes", 16 * 1024 * 1024);
        set("num.network.threads", 1);
        set("num.io.threads", 2);
        set("background.threads", 2);
        set("num.recovery.threads.per.data.dir", 2);
        set("group.coordinator.threads", 1);
        set("group.coordinator.background.threads", 1);
        set("share.coordinator.threads", 1);
        set("metric.reporters", "");
    }

    private void set(String key, Object value) {
        properties.setProperty(key, value.toString());
    }
}
