package dev.rota.ranking.evidence;

import dev.rota.domain.result.Failure;
import dev.rota.domain.result.Fault;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest results of one model. Immutable; {@link #with} returns the next value and shares all but one small block
 * with this one.
 *
 * <p>It is a function of the set of results it was given: their order, repetitions and restarts in between leave no
 * trace. Of two results with one {@code resultId} the one that started later is kept (a probe delivered again was run
 * again). Results older than the {@link #TESTS} newest tests, {@link #TRAFFIC} newest passive results and
 * {@link #SET_ASIDE} newest failures of account or network are forgotten, and recognised as forgotten if they come
 * again: so a duplicate changes nothing, however late.
 */
public final class Evidence {
    /** How many tests ({@code PROBE} and {@code IMPORT}) are kept. */
    public static final int TESTS = 256;

    /** How many results of traffic are kept: fewer, for a busy model has thousands that say the same. */
    public static final int TRAFFIC = 128;

    /** How many results that do not count against the model are kept. */
    public static final int SET_ASIDE = 64;

    static final int TESTS_LANE = 0;
    static final int TRAFFIC_LANE = 1;
    static final int SET_ASIDE_LANE = 2;

    private static final Evidence EMPTY =
            new Evidence(Lane.empty(TESTS), Lane.empty(TRAFFIC), Lane.empty(SET_ASIDE), TaskTable.EMPTY);

    final Lane tests;
    final Lane traffic;
    final Lane setAside;
    final TaskTable tasks;

    Evidence(Lane tests, Lane traffic, Lane setAside, TaskTable tasks) {
        this.tests = tests;
        this.traffic = traffic;
        this.setAside = setAside;
        this.tasks = tasks;
    }

    /** Of a model nobody tested. */
    public static Evidence empty() {
        return EMPTY;
    }

    /** This evidence and the result; this very object if the result adds nothing. */
    public Evidence with(TestResult result) {
        int lane = lane(result);
        int task = lane == TESTS_LANE ? tasks.find(result.suite(), result.task()) : -1;
        long id = Hashes.of(result.resultId());
        long time = result.startedAt().toEpochMilli();
        long timing = Packed.timing(result);
        long verdict = Packed.verdict(result, 0);
        return task >= 0
                ? withTest(id, time, timing, Packed.withTask(verdict, task))
                : with(lane, id, time, timing, verdict, TaskTable.name(result.suite(), result.task()));
    }

    Evidence with(int lane, long id, long time, long timing, long verdict, String task) {
        if (lane == SET_ASIDE_LANE) {
            Lane more = setAside.with(id, time, timing, verdict);
            return more == setAside ? this : new Evidence(tests, traffic, more, tasks);
        }
        if (lane == TRAFFIC_LANE) {
            Lane more = traffic.with(id, time, timing, verdict);
            return more == traffic ? this : new Evidence(tests, more, setAside, tasks);
        }
        int number = tasks.find(task);
        return number < 0
                ? withRoomFor(task).with(lane, id, time, timing, verdict, task)
                : withTest(id, time, timing, Packed.withTask(verdict, number));
    }

    /** This evidence and tests in their order, all later than its newest test, of ids it does not have. */
    Evidence withNewerTests(long[] ids, long[] rest) {
        return new Evidence(tests.append(ids, rest), traffic, setAside, tasks);
    }

    private Evidence withTest(long id, long time, long timing, long verdict) {
        Lane more = tests.with(id, time, timing, verdict);
        return more == tests ? this : new Evidence(more, traffic, setAside, tasks);
    }

    static int lane(TestResult result) {
        Failure failure = result.failure();
        if (failure != null && failure.fault() != Fault.MODEL) {
            return SET_ASIDE_LANE;
        }
        return result.source() == Source.TRAFFIC ? TRAFFIC_LANE : TESTS_LANE;
    }

    /** Results that count: tests and traffic, oldest first. */
    public Observations observations() {
        return Observations.of(tests, traffic, tasks);
    }

    /** How many results count. */
    public int counted() {
        return tests.size() + traffic.size();
    }

    /** How many results were set aside: failures of the account, of the network, or of our own. */
    public int setAside() {
        return setAside.size();
    }

    /** Start of the newest result of all, counted or not; null if there is none. */
    public @Nullable Instant newest() {
        long newest = Math.max(Math.max(tests.newest(), traffic.newest()), setAside.newest());
        return newest == Long.MIN_VALUE ? null : Instant.ofEpochMilli(newest);
    }

    /** Start of the newest result that was set aside; null if there is none. */
    public @Nullable Instant newestSetAside() {
        return setAside.size() == 0 ? null : Instant.ofEpochMilli(setAside.newest());
    }

    private Evidence withRoomFor(String task) {
        Evidence roomy = tasks.full() ? TaskTable.compact(this) : this;
        return new Evidence(roomy.tests, traffic, setAside, roomy.tasks.with(task));
    }
}
