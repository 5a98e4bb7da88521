package dev.rota.tester.queue;

import dev.rota.domain.Checks;
import java.util.OptionalInt;

/**
 * How many members a group has, and may have.
 *
 * @param members empty if the broker did not tell
 * @param limit empty if the broker did not tell, as it does not without the right to read its settings
 */
public record GroupSize(OptionalInt members, OptionalInt limit) {
    public GroupSize {
        members.ifPresent(count -> Checks.notNegative("members", count));
        limit.ifPresent(count -> Checks.notNegative("limit", count));
    }
}
