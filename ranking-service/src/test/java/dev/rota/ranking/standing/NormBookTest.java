package dev.rota.ranking.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.TaskStanding;
import dev.rota.ranking.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NormBookTest {
    private final NormBook book = new NormBook();

    @Test
    void aTaskIsAsLongAsModelsThatDidSeveralShow() {
        for (int i = 1; i <= 3; i++) {
            book.put(model(i), List.of(task("short", 100.0 * i), task("long", 900.0 * i)));
        }
        assertThat(book.renew()).isTrue();
        assertThat(book.inForce().logFactor("short")).isCloseTo(-Math.log(3), within(1e-6));
        assertThat(book.inForce().logFactor("long")).isCloseTo(Math.log(3), within(1e-6));
        assertThat(book.inForce().logFactor("other")).isZero();
    }

    @Test
    void twoModelsAreNoNormAndOneTaskComparesNothing() {
        book.put(model(1), List.of(task("short", 100.0), task("long", 900.0)));
        book.put(model(2), List.of(task("short", 100.0), task("long", 900.0)));
        book.put(model(3), List.of(task("short", 100.0)));
        book.put(model(4), List.of(task("short", 100.0), task("long", null)));
        assertThat(book.renew()).isFalse();
        assertThat(book.inForce()).isEqualTo(TaskNorms.NONE);
    }

    @Test
    void smallMovesChangeNothingAndAModelThatGoesTakesItsShareAlong() {
        for (int i = 1; i <= 3; i++) {
            book.put(model(i), List.of(task("short", 100.0), task("long", 900.0)));
        }
        book.renew();
        book.put(model(1), List.of(task("short", 102.0), task("long", 900.0)));
        assertThat(book.renew()).isFalse();
        book.put(model(1), List.of(task("short", 300.0), task("long", 900.0)));
        assertThat(book.renew()).isTrue();
        book.put(model(1), List.of());
        assertThat(book.renew()).isTrue();
        assertThat(book.inForce()).isEqualTo(TaskNorms.NONE);
    }

    @Test
    void theOrderDoesNotShow() {
        Random random = new Random(3);
        List<Integer> models = new ArrayList<>();
        List<List<TaskStanding>> tasks = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            models.add(i);
            tasks.add(List.of(task("a", 1 + random.nextDouble(900)), task("b", 1 + random.nextDouble(9_000))));
        }
        models.forEach(i -> book.put(model(i), tasks.get(i)));
        book.renew();
        NormBook other = new NormBook();
        models.forEach(i -> other.put(model(i), tasks.get(49 - i)));
        Collections.shuffle(models, random);
        models.forEach(i -> other.put(model(i), tasks.get(i)));
        other.renew();
        assertThat(other.inForce()).isEqualTo(book.inForce());
    }

    private static ModelId model(int i) {
        return Samples.model("family/model-" + i);
    }

    private static TaskStanding task(String name, @Nullable Double latency) {
        return new TaskStanding(name, 1, 0, null, latency);
    }
}
