package dev.rota.gateway.webhook;

import dev.rota.domain.rotation.RotationChange;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Where a webhook is in one partition: what waits, what is being delivered, what is settled. Not thread-safe.
 *
 * <p>Nothing is due before the partition has been read to the end it had at the start. After a week's absence only what
 * is different in the end is told of.
 */
final class Place {
    private final Hold hold;
    private final Progress progress;
    private final long caughtUpAt;
    private final Map<Long, ConsumerRecord<byte[], byte[]>> open = new HashMap<>();
    private long nextToRead;
    private @Nullable Delivery delivery;
    private String committed = "";

    /** A delivery under way. */
    private record Delivery(Hold.Due due, int tries, Instant notBefore) {}

    /**
     * Takes up where a commit left off.
     *
     * @param end the partition's end now
     */
    Place(Hold hold, Progress progress, long end) {
        this.hold = hold;
        this.progress = progress;
        this.caughtUpAt = end;
        this.nextToRead = progress.next();
    }

    /**
     * Takes a change.
     *
     * @param change null if the record cannot be read, or holds none: then it is settled
     * @param now no change is younger than this, whatever its record says
     */
    void read(ConsumerRecord<byte[], byte[]> record, @Nullable RotationChange change, Instant now) {
        long offset = record.offset();
        nextToRead = offset + 1;
        if (change == null) {
            progress.settle(List.of(offset));
            return;
        }
        if (!progress.settled(offset)) {
            Instant stamped = Instant.ofEpochMilli(record.timestamp());
            open.put(offset, record);
            settle(hold.add(new HeldChange(offset, stamped.isAfter(now) ? now : stamped, change)));
        }
        hold.witness(change);
    }

    /** What is to be tried now. What is due and nobody wants to hear of is settled on the way. */
    Optional<RotationChange> toTry(Instant now) {
        while (delivery == null && nextToRead >= caughtUpAt) {
            Optional<Hold.Due> due = hold.due(now);
            if (due.isEmpty()) {
                break;
            }
            hold.remove(due.get());
            if (due.get().told()) {
                delivery = new Delivery(due.get(), 0, now);
            } else {
                settle(due.get().offsets());
            }
        }
        Delivery current = delivery;
        return current == null || current.notBefore().isAfter(now)
                ? Optional.empty()
                : Optional.of(current.due().change().change());
    }

    /** How often the delivery under way was tried, the present try included. */
    int tries() {
        return current().tries() + 1;
    }

    /** The record that the delivery under way tells of. */
    ConsumerRecord<byte[], byte[]> record() {
        return Objects.requireNonNull(open.get(current().due().change().offset()));
    }

    /** The try failed, and there is to be another. */
    void again(Instant notBefore) {
        delivery = new Delivery(current().due(), tries(), notBefore);
    }

    /** The receiver has it, or it is buried. */
    void done() {
        settle(current().due().offsets());
        delivery = null;
    }

    /** When there may be something to try; empty if nothing waits. */
    Optional<Instant> next() {
        return delivery == null ? hold.nextDue() : Optional.of(delivery.notBefore());
    }

    /** How many changes wait. */
    int waiting() {
        return hold.size() + (delivery == null ? 0 : 1);
    }

    /** What to commit; empty if that is what was committed last. */
    Optional<OffsetAndMetadata> toCommit() {
        long oldest = hold.oldest().orElse(nextToRead);
        if (delivery != null) {
            oldest = Math.min(oldest, delivery.due().offsets().getFirst());
        }
        progress.advance(oldest);
        String now = progress.next() + " " + progress.metadata();
        if (now.equals(committed)) {
            return Optional.empty();
        }
        committed = now;
        return Optional.of(new OffsetAndMetadata(progress.next(), progress.metadata()));
    }

    private Delivery current() {
        Delivery current = delivery;
        if (current == null) {
            throw new IllegalStateException("nothing is being delivered");
        }
        return current;
    }

    private void settle(List<Long> offsets) {
        progress.settle(offsets);
        offsets.forEach(open::remove);
    }
}
