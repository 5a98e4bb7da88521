package dev.rota.ranking.policy;

import dev.rota.domain.standing.Standing;
import java.util.List;

/**
 * An arithmetic expression over the figures of a standing, such as {@code expectedTimeToSuccessMs / max(0.2,
 * or(quality, 0.6))}.
 *
 * <p>Numbers, named figures, {@code + - * /}, parentheses, and the functions {@code min}, {@code max}, {@code pow},
 * {@code or} (the first, or the second if the first is unknown), {@code log}, {@code exp}, {@code sqrt}, {@code abs}. A
 * figure that is not known makes the value unknown (NaN). There is nothing in it that can loop, throw or reach outside.
 */
public final class Expression {
    private final String text;
    private final Node root;

    private Expression(String text, Node root) {
        this.text = text;
        this.root = root;
    }

    /** Reads an expression, or throws an {@link IllegalArgumentException} that says where and why not. */
    public static Expression parse(String text) {
        return new Expression(text.strip(), new ExpressionParser(text).parse());
    }

    /** The figures an expression may name. */
    public static List<String> terms() {
        return Term.names();
    }

    public String text() {
        return text;
    }

    /** Whether it names the figure. */
    public boolean names(String term) {
        return List.of(text.split("[^A-Za-z0-9]+")).contains(term);
    }

    /** The value for a model; NaN if a figure it needs is not known. */
    public double of(Standing standing) {
        return root.of(standing);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && expression.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** A part of an expression. */
    interface Node {
        double of(Standing standing);
    }
}
