package dev.rota.client.call;

import dev.rota.domain.model.ModelId;
import java.util.List;

/**
 * A call that was answered.
 *
 * @param value the answer
 * @param model who gave it
 * @param failed the attempts before it, in order
 */
public record Answer<T>(T value, ModelId model, List<Tried> failed) {
    public Answer {
        failed = List.copyOf(failed);
    }
}
