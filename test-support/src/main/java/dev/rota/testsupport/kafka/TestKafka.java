package dev.rota.testsupport.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/**
 * A test class's way to Kafka. Other classes use the same broker: name what you make with {@link #name}, or delete it.
 *
 * <p>Whatever waits, waits {@value #LIMIT_SECONDS} s at most and then fails with what it saw: a loaded machine is slow.
 */
public final class TestKafka implements AutoCloseable {

    /** How long anything may take. */
    public static final long LIMIT_SECONDS = 60;

    private static final short REPLICATION = 1;

    private final KafkaBackend backend;
    private final String prefix;
    private final AtomicInteger names = new AtomicInteger();
    private final Admin admin;

    TestKafka(KafkaBackend backend, String owner) {
        this.backend = backend;
        this.prefix = owner + "-" + UUID.randomUUID().toString().substring(0, 8) + "-";
        this.admin = Admin.create(clientSettings());
    }

    /** {@code host:port}. */
    public String bootstrapServers() {
        return backend.bootstrapServers();
    }

    /** {@code http://host:port}. */
    public String registryUrl() {
        return backend.registryUrl();
    }

    /** What every Kafka client needs to connect. A new map at each call. */
    public Map<String, Object> clientSettings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        return settings;
    }

    /** For what has no method here. Shared; don't close it. */
    public Admin admin() {
        return admin;
    }

    /** A name that no other test uses, for a topic, a group or an application. */
    public String name(String base) {
        return prefix + base + "-" + names.incrementAndGet();
    }

    /** Creates a topic under a {@link #name} of its own and returns that. */
    public String createTopic(String base, int partitions) {
        return createTopic(base, partitions, Map.of());
    }

    /** Creates a topic with these settings, such as {@code cleanup.policy}, under a {@link #name} of its own. */
    public String createTopic(String base, int partitions, Map<String, String> settings) {
        String topic = name(base);
        createTopicNamed(topic, partitions, settings);
        return topic;
    }

    /** Creates a topic under exactly this name; delete it when done, as all tests of the JVM see it. */
    public void createTopicNamed(String topic, int partitions, Map<String, String> settings) {
        get(admin.createTopics(List.of(new NewTopic(topic, partitions, REPLICATION).configs(settings)))
                .all());
    }

    /** Deletes topics, and waits until they are gone. */
    public void deleteTopics(String... topics) {
        List<String> doomed = List.of(topics);
        get(admin.deleteTopics(doomed).all());
        Waiting.until(
                "topics are deleted: " + doomed,
                () -> get(admin.listTopics().names()),
                names -> doomed.stream().noneMatch(names::contains));
    }

    /** Sets a group's configuration, such as {@code share.auto.offset.reset}; before the group is first used. */
    public void setGroup(String group, Map<String, String> settings) {
        List<AlterConfigOp> changes = settings.entrySet().stream()
                .map(each -> new ConfigEntry(each.getKey(), each.getValue()))
                .map(each -> new AlterConfigOp(each, AlterConfigOp.OpType.SET))
                .toList();
        get(admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.GROUP, group), changes))
                .all());
    }

    /** Waits until a consumer group, or a Streams application's, has committed all that its topics hold. */
    public void awaitGroupCaughtUp(String group) {
        Waiting.until(
                "group " + group + " has caught up", () -> GroupLag.ofConsumers(admin, group), lag -> lag.caughtUp());
    }

    /** Waits until a share group has finished all that a topic holds. */
    public void awaitShareGroupCaughtUp(String group, String topic) {
        Waiting.until(
                "share group " + group + " has finished " + topic,
                () -> GroupLag.ofShares(admin, group, topic),
                lag -> lag.caughtUp());
    }

    static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("Kafka did not do as asked: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for Kafka", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
