package dev.rota.provider.judge;

import dev.rota.domain.result.FailureKind;
import java.util.function.Predicate;

/**
 * One way to tell a kind of failure.
 *
 * @param name what it looks for, in a few words
 * @param kind what it then is
 * @param applies whether an error is of this kind
 */
record ErrorRule(String name, FailureKind kind, Predicate<ErrorReport> applies) {}
