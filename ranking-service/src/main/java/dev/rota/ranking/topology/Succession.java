package dev.rota.ranking.topology;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a generation of the ranking follows another one. The later one works through the whole history beside the one in
 * charge and says nothing; once it has caught up, it publishes each rotation with its number in a header. The earlier
 * one reads that, as every instance reads what is published, and falls silent.
 *
 * <p>Thread-safe: what is published is read by one thread, and asked for by others.
 */
public final class Succession {
    /** On a published rotation: the generation that made it. The first one writes none. */
    static final String HEADER = "rota-generation";

    /** The generation where nothing is said. */
    public static final int FIRST = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Succession.class);

    private final int own;
    private final Map<String, Integer> latest = new ConcurrentHashMap<>();
    private final Set<String> lateWords = ConcurrentHashMap.newKeySet();
    private volatile boolean caughtUp;

    /** @param own this instance's generation, {@value #FIRST} or more */
    public Succession(int own) {
        if (own < FIRST) {
            throw new IllegalArgumentException("generation must be " + FIRST + " or more, not " + own);
        }
        this.own = own;
    }

    /** Whether there can be an earlier generation. */
    boolean follows() {
        return own > FIRST;
    }

    /** All that was there when this generation started has been taken in: it may take over. */
    public void caughtUp() {
        caughtUp = true;
    }

    /** Whether an earlier generation's order is still the last of one of these rotations. */
    public boolean waits(Collection<String> rotations) {
        return rotations.stream().anyMatch(this::waits);
    }

    /** Whether later generations publish all of these rotations, so that there is nothing left to do. */
    public boolean over(Collection<String> rotations) {
        return !rotations.isEmpty() && rotations.stream().allMatch(this::lost);
    }

    /** Notes what somebody published. */
    void published(String rotation, Headers headers) {
        int generation = generation(headers.lastHeader(HEADER));
        Integer before = latest.put(rotation, Math.max(generation, latest.getOrDefault(rotation, FIRST)));
        if (generation == own) {
            lateWords.remove(rotation);
        } else if (before != null && before == own && generation < own) {
            lateWords.add(rotation);
        }
        if (before != null && before < generation) {
            LOG.info("rotation taken over rotation={} generation={}", rotation, generation);
        }
    }

    boolean waits(String rotation) {
        return latest.getOrDefault(rotation, own) < own;
    }

    boolean lost(String rotation) {
        return latest.getOrDefault(rotation, own) > own;
    }

    /**
     * Whether an earlier generation has published a rotation after this one did, not having heard of it yet. True once
     * for what there is to answer.
     */
    boolean spokenOver(String rotation) {
        return lateWords.remove(rotation);
    }

    boolean mayTakeOver() {
        return caughtUp;
    }

    /** Whether this generation has no rotation yet where an earlier one has; it tells no standings then. */
    boolean silent() {
        return own > FIRST && !latest.isEmpty() && latest.values().stream().allMatch(generation -> generation < own);
    }

    /** What goes out with a rotation. */
    Headers headers() {
        Headers headers = new RecordHeaders();
        if (own > FIRST) {
            headers.add(HEADER, Integer.toString(own).getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }

    /** A header that no ranking wrote counts as none. */
    private static int generation(@Nullable Header header) {
        if (header == null || header.value() == null) {
            return FIRST;
        }
        String text = new String(header.value(), StandardCharsets.UTF_8);
        return text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : FIRST;
    }
}
