package dev.rota.ranking.policy;

import dev.rota.ranking.policy.Expression.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** A function that an expression may call. */
@SuppressWarnings("ImmutableEnumChecker") // its operations hold no state
enum Function {
    MIN(2, Math::min),
    MAX(2, Math::max),
    POW(2, Math::pow),
    OR(2, (a, b) -> Double.isNaN(a) ? b : a),
    LOG(1, (a, _) -> Math.log(a)),
    EXP(1, (a, _) -> Math.exp(a)),
    SQRT(1, (a, _) -> Math.sqrt(a)),
    ABS(1, (a, _) -> Math.abs(a));

    private final int arguments;
    private final DoubleBinaryOperator operation;

    Function(int arguments, DoubleBinaryOperator operation) {
        this.arguments = arguments;
        this.operation = operation;
    }

    int arguments() {
        return arguments;
    }

    Node call(List<Node> given) {
        Node first = given.getFirst();
        Node last = given.getLast();
        return standing -> operation.applyAsDouble(first.of(standing), last.of(standing));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Function> named(String text) {
        return Arrays.stream(values())
                .filter(function -> function.text().equals(text))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Function::text).toList();
    }
}
