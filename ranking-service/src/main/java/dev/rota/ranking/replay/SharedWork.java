package dev.rota.ranking.replay;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Work on things that have nothing to do with each other: it begins in the background, and who waits for its end takes
 * a hand in it.
 *
 * @param <T> a thing
 */
final class SharedWork<T> {
    private final List<T> things;
    private final Consumer<T> work;
    private final AtomicInteger next = new AtomicInteger();
    private final List<ForkJoinTask<?>> helpers;

    private SharedWork(List<T> things, Consumer<T> work) {
        this.things = things;
        this.work = work;
        int others = Math.max(1, ForkJoinPool.getCommonPoolParallelism());
        this.helpers = IntStream.range(0, others)
                .<ForkJoinTask<?>>mapToObj(_ -> ForkJoinTask.adapt(this::work))
                .toList();
    }

    /** Begins to work on all other cores. */
    static <T> SharedWork<T> begin(List<T> things, Consumer<T> work) {
        SharedWork<T> shared = new SharedWork<>(things, work);
        shared.helpers.forEach(ForkJoinPool.commonPool()::execute);
        return shared;
    }

    /** Works until all is done. */
    void finish() {
        work();
        helpers.forEach(ForkJoinTask::join);
    }

    private void work() {
        for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
            work.accept(things.get(i));
        }
    }
}
