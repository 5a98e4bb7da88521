package dev.rota.ranking.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuickCommitTest {
    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final Backlog backlog = new Backlog();
    private final CommitRhythm rhythm = new CommitRhythm(backlog);
    private long nowMs = 1_000;

    @Test
    void commitsWhatCameIn() {
        QuickCommit commits = scheduled(Duration.ofMillis(25));
        commits.changed();
        assertThat(committedAtNextTick()).isTrue();
        assertThat(committedAtNextTick()).as("nothing came in since").isFalse();
    }

    @Test
    void waitsWhileABacklogIsWorkedOff() {
        QuickCommit commits = scheduled(Duration.ofMillis(25));
        backlog.begins();
        commits.changed();
        assertThat(committedAtNextTick()).isFalse();
        backlog.ends();
        assertThat(committedAtNextTick()).isTrue();
    }

    @Test
    void oneTaskCommitsForAllOfItsThread() {
        QuickCommit one = scheduled(Duration.ofMillis(25));
        QuickCommit other = scheduled(Duration.ofMillis(25));
        one.changed();
        other.changed();
        context.scheduledPunctuators().getFirst().getPunctuator().punctuate(nowMs);
        context.resetCommit();
        context.scheduledPunctuators().getLast().getPunctuator().punctuate(nowMs + 24);
        assertThat(context.committed()).isFalse();
        context.scheduledPunctuators().getLast().getPunctuator().punctuate(nowMs + 25);
        assertThat(context.committed()).as("what came in meanwhile").isTrue();
    }

    @Test
    void leavesItToStreamsIfToldSo() {
        scheduled(null).changed();
        assertThat(context.scheduledPunctuators()).isEmpty();
    }

    private QuickCommit scheduled(@Nullable Duration after) {
        QuickCommit commits = new QuickCommit(after, rhythm);
        commits.schedule(context);
        return commits;
    }

    private boolean committedAtNextTick() {
        context.resetCommit();
        nowMs += 25;
        context.scheduledPunctuators().forEach(each -> each.getPunctuator().punctuate(nowMs));
        return context.committed();
    }
}
