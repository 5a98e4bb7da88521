package dev.rota.ranking.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of a model's tasks, so that each result need only keep a number. The numbers never leave the package.
 *
 * <p>Models share small tables: they are searched for every result, and thousands of copies would never be in the
 * processor's cache.
 */
final class TaskTable {
    static final TaskTable EMPTY = new TaskTable(new String[0]);

    /** Twice what a lane can hold: then at least half the names are in use nowhere. */
    private static final int CAPACITY = 2 * Evidence.TESTS;

    /** Tables of at most this many names are shared, and at most this many that begin alike: 4,680 in all. */
    private static final int SHARED_NAMES = 4;

    private static final int SHARED_ALIKE = 8;

    private final String[] names;

    /** Tables with one name more, by that name. */
    private final Map<String, TaskTable> shared = new ConcurrentHashMap<>(0);

    private TaskTable(String[] names) {
        this.names = names;
    }

    static TaskTable of(List<String> names) {
        TaskTable table = EMPTY;
        for (String name : names) {
            table = table.with(name);
        }
        return table;
    }

    /** {@code suite/task}, whichever of the two there is; empty if neither. */
    static String name(@Nullable String suite, @Nullable String task) {
        if (suite == null) {
            return task == null ? "" : task;
        }
        return task == null ? suite : suite + "/" + task;
    }

    /** The task's number, or -1; compares in place, for this is asked of every result. */
    int find(@Nullable String suite, @Nullable String task) {
        for (int i = 0; i < names.length; i++) {
            if (matches(names[i], suite, task)) {
                return i;
            }
        }
        return -1;
    }

    int find(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    String name(int task) {
        return names[task];
    }

    List<String> names() {
        return List.of(names);
    }

    boolean full() {
        return names.length >= CAPACITY;
    }

    TaskTable with(String name) {
        TaskTable known = shared.get(name);
        if (known != null) {
            return known;
        }
        TaskTable extended = extended(name);
        if (names.length < SHARED_NAMES && shared.size() < SHARED_ALIKE) {
            TaskTable first = shared.putIfAbsent(name, extended);
            return first == null ? extended : first;
        }
        return extended;
    }

    private TaskTable extended(String name) {
        String[] more = Arrays.copyOf(names, names.length + 1);
        more[names.length] = name.intern();
        return new TaskTable(more);
    }

    /** The evidence with a table of only those tasks that its results name. */
    static Evidence compact(Evidence evidence) {
        String[] old = evidence.tasks.names;
        int[] renumbered = new int[old.length];
        Arrays.fill(renumbered, -1);
        List<String> used = new ArrayList<>();
        Lane tests = evidence.tests.mapVerdicts(verdict -> {
            int task = Packed.task(verdict);
            if (renumbered[task] < 0) {
                renumbered[task] = used.size();
                used.add(old[task]);
            }
            return Packed.withTask(verdict, renumbered[task]);
        });
        return new Evidence(tests, evidence.traffic, evidence.setAside, of(used));
    }

    private static boolean matches(String name, @Nullable String suite, @Nullable String task) {
        if (suite == null || task == null) {
            return name.equals(name(suite, task));
        }
        int slash = suite.length();
        return name.length() == slash + 1 + task.length()
                && name.charAt(slash) == '/'
                && name.startsWith(suite)
                && name.startsWith(task, slash + 1);
    }
}
