package dev.rota.ranking.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuickCommitTest {
    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final Backlog backlog = new Backlog();

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
    void leavesItToStreamsIfToldSo() {
        scheduled(null).changed();
        assertThat(context.scheduledPunctuators()).isEmpty();
    }

    private QuickCommit scheduled(@Nullable Duration after) {
        QuickCommit commits = new QuickCommit(after, backlog);
        commits.schedule(context);
        return commits;
    }

    private boolean committedAtNextTick() {
        context.resetCommit();
        context.scheduledPunctuators().forEach(each -> each.getPunctuator().punctuate(0));
        return context.committed();
    }
}
