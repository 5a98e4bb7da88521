package dev.rota.tester.queue;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** Asks the brokers how large a group is and may be. */
public final class GroupMembers {
    private static final long PATIENCE_SECONDS = 10;

    private final Admin admin;
    private final String group;
    private final String setting;
    private final boolean share;

    /**
     * Of one group.
     *
     * @param admin used, not closed
     * @param setting the brokers' setting that limits it
     * @param share whether it is a share group
     */
    public GroupMembers(Admin admin, String group, String setting, boolean share) {
        this.admin = admin;
        this.group = group;
        this.setting = setting;
        this.share = share;
    }

    /** What they tell; what they do not is empty. */
    public GroupSize read() {
        return new GroupSize(asked(this::members), asked(this::limit));
    }

    private int members() throws InterruptedException, ExecutionException, TimeoutException {
        List<String> groups = List.of(group);
        return share
                ? get(admin.describeShareGroups(groups).describedGroups().get(group))
                        .members()
                        .size()
                : get(admin.describeConsumerGroups(groups).describedGroups().get(group))
                        .members()
                        .size();
    }

    private int limit() throws InterruptedException, ExecutionException, TimeoutException {
        Node node = get(admin.describeCluster().nodes()).iterator().next();
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
        ConfigEntry entry =
                get(admin.describeConfigs(List.of(broker)).values().get(broker)).get(setting);
        return Integer.parseInt(entry.value());
    }

    private static OptionalInt asked(Question question) {
        try {
            return OptionalInt.of(question.ask());
        } catch (ExecutionException | TimeoutException _) {
            // The right to ask is missing, or nobody answers: the line goes without the number.
            return OptionalInt.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private static <T> T get(@Nullable KafkaFuture<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        // What was asked about by name is in the answer by that name.
        return Objects.requireNonNull(future).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @FunctionalInterface
    private interface Question {
        int ask() throws InterruptedException, ExecutionException, TimeoutException;
    }
}
