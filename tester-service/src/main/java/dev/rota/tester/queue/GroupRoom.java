package dev.rota.tester.queue;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the brokers let all slots of a tester into their group. A group that is full is told once, when the first
 * slot finds no place, and again only after all had theirs. Thread-safe.
 */
public final class GroupRoom {
    private final String group;
    private final String setting;
    private final int slots;
    private final Supplier<GroupSize> size;
    private final Consumer<String> tell;
    private final Set<Place> outside = new HashSet<>();
    private @Nullable String full;

    /**
     * Of one group.
     *
     * @param setting the brokers' setting that limits it
     * @param slots how many places this tester wants
     * @param size asked when a slot finds no place
     * @param tell where the line goes
     */
    public GroupRoom(String group, String setting, int slots, Supplier<GroupSize> size, Consumer<String> tell) {
        this.group = group;
        this.setting = setting;
        this.slots = slots;
        this.size = size;
        this.tell = tell;
    }

    /** For one slot. */
    public Place place() {
        return new Place();
    }

    /** What an operator should know while slots wait for a place; empty if none does. */
    public synchronized Optional<String> warning() {
        return outside.isEmpty()
                ? Optional.empty()
                : Optional.of(outside.size() + " of this tester's " + slots + " slots have no work: " + full);
    }

    private void refused(Place place) {
        synchronized (this) {
            if (!outside.add(place) || outside.size() > 1) {
                return;
            }
            full = sentence(new GroupSize(OptionalInt.empty(), OptionalInt.empty()));
        }
        String sentence = sentence(size.get());
        synchronized (this) {
            full = sentence;
        }
        tell.accept(sentence + "; slots without a place try again, the others work on");
    }

    private synchronized void admitted(Place place) {
        outside.remove(place);
    }

    private String sentence(GroupSize found) {
        String members =
                found.members().isPresent() ? " with " + found.members().getAsInt() + " members" : "";
        String limit = found.limit().isPresent() ? " is " + found.limit().getAsInt() : "";
        return "the group " + group + " is full" + members + ", for the brokers' " + setting + limit + ": raise it to"
                + " the slots of all testers together (at most 1000), or start testers with fewer slots (--slots, now "
                + slots + ")";
    }

    /** One slot's place, or want of it. */
    public final class Place {
        private Place() {}

        /** The brokers did not let the slot in. */
        public void refused() {
            GroupRoom.this.refused(this);
        }

        /** The slot is in. */
        public void admitted() {
            GroupRoom.this.admitted(this);
        }
    }
}
