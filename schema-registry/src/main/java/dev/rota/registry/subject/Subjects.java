package dev.rota.registry.subject;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All that is registered. Thread-safe; what it returns does not change. */
public final class Subjects {

    private final Map<String, TreeMap<Integer, StoredSchema>> subjects = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private final CompatibilityLevel defaultLevel;
    private Optional<CompatibilityLevel> globalLevel = Optional.empty();
    private int maxId;

    public Subjects(CompatibilityLevel defaultLevel) {
        this.defaultLevel = defaultLevel;
    }

    /** Makes a change that the log holds. */
    public synchronized void apply(Entry entry) {
        switch (entry) {
            case Entry.Put(StoredSchema schema) -> put(schema);
            case Entry.Removed(String subject, int version) -> remove(subject, version);
            case Entry.SubjectDeleted(String subject, int upTo) ->
                versions(subject, each -> each.version() <= upTo).forEach(each -> put(each.asDeleted()));
            case Entry.Level level -> setLevel(level);
        }
    }

    private void put(StoredSchema schema) {
        subjects.computeIfAbsent(schema.subject(), _ -> new TreeMap<>()).put(schema.version(), schema);
        maxId = Math.max(maxId, schema.id());
    }

    private void remove(String subject, int version) {
        subjects.computeIfPresent(subject, (_, versions) -> {
            versions.remove(version);
            return versions.isEmpty() ? null : versions;
        });
    }

    private void setLevel(Entry.Level entry) {
        if (entry.subject() == null) {
            globalLevel = Optional.ofNullable(entry.level());
        } else if (entry.level() == null) {
            levels.remove(entry.subject());
        } else {
            levels.put(entry.subject(), entry.level());
        }
    }

    /** The versions of a subject that a request may see, oldest first. */
    public synchronized List<StoredSchema> versions(String subject, Predicate<StoredSchema> filter) {
        return subjects.getOrDefault(subject, new TreeMap<>()).values().stream()
                .filter(filter)
                .toList();
    }

    /** Everything a request may see, by subject and version. */
    public synchronized List<StoredSchema> all(Predicate<StoredSchema> filter) {
        List<StoredSchema> all = new ArrayList<>();
        subjects.values()
                .forEach(versions -> versions.values().stream().filter(filter).forEach(all::add));
        return List.copyOf(all);
    }

    /** The highest id ever given, as far as the log remembers; 0 if none. */
    public synchronized int maxId() {
        return maxId;
    }

    /** The level that a subject's new versions are checked for. */
    public synchronized CompatibilityLevel level(String subject) {
        return ownLevel(subject).orElse(globalLevel());
    }

    public synchronized Optional<CompatibilityLevel> ownLevel(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    public synchronized CompatibilityLevel globalLevel() {
        return globalLevel.orElse(defaultLevel);
    }
}
