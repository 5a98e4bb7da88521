package dev.rota.ranking.policy;

import dev.rota.domain.text.Nearest;
import dev.rota.ranking.policy.Expression.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recursive descent over
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = unary { ("*" | "/") unary }
 * unary   = "-" unary | number | name | name "(" sum { "," sum } ")" | "(" sum ")"
 * </pre>
 */
final class ExpressionParser {
    /** Deeper nesting is a mistake or an attack on the stack. */
    private static final int MAX_LENGTH = 1_000;

    private final String text;
    private int at;

    ExpressionParser(String text) {
        this.text = text;
    }

    Node parse() {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "an expression may have " + MAX_LENGTH + " characters, not " + text.length());
        }
        Node node = sum();
        if (peek() != 0) {
            throw error("an operator or the end");
        }
        return node;
    }

    private Node sum() {
        Node left = product();
        while (peek() == '+' || peek() == '-') {
            Node first = left;
            boolean plus = take() == '+';
            Node second = product();
            left = plus ? s -> first.of(s) + second.of(s) : s -> first.of(s) - second.of(s);
        }
        return left;
    }

    private Node product() {
        Node left = unary();
        while (peek() == '*' || peek() == '/') {
            Node first = left;
            boolean times = take() == '*';
            Node second = unary();
            left = times ? s -> first.of(s) * second.of(s) : s -> first.of(s) / second.of(s);
        }
        return left;
    }

    private Node unary() {
        char next = peek();
        if (next == '-') {
            take();
            Node node = unary();
            return s -> -node.of(s);
        }
        if (next == '(') {
            take();
            Node node = sum();
            expect(')');
            return node;
        }
        if (Character.isDigit(next) || next == '.') {
            return number();
        }
        if (Character.isLetter(next)) {
            return named();
        }
        throw error("a number, a figure or \"(\"");
    }

    private Node number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String digits = text.substring(start, at);
        try {
            double value = Double.parseDouble(digits);
            return _ -> value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + digits + "\" is no number", e);
        }
    }

    private Node named() {
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        if (peek() == '(') {
            return call(name);
        }
        Optional<Term> term = Term.named(name);
        if (term.isEmpty()) {
            throw new IllegalArgumentException("no figure is called \"" + name + "\""
                    + Nearest.suggestion(name, Term.names()) + "; there are " + String.join(", ", Term.names()));
        }
        Term figure = term.get();
        return figure::of;
    }

    private Node call(String name) {
        Function function = Function.named(name)
                .orElseThrow(() -> new IllegalArgumentException("no function is called \"" + name + "\""
                        + Nearest.suggestion(name, Function.names()) + "; there are "
                        + String.join(", ", Function.names())));
        take();
        List<Node> arguments = new ArrayList<>(List.of(sum()));
        while (peek() == ',') {
            take();
            arguments.add(sum());
        }
        expect(')');
        if (arguments.size() != function.arguments()) {
            throw new IllegalArgumentException(
                    name + " takes " + function.arguments() + " arguments, not " + arguments.size());
        }
        return function.call(arguments);
    }

    /** The next character that is no space; 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private char take() {
        char next = peek();
        at++;
        return next;
    }

    private void expect(char wanted) {
        if (take() != wanted) {
            at--;
            throw error("\"" + wanted + "\"");
        }
    }

    private IllegalArgumentException error(String wanted) {
        String found = at < text.length() ? "\"" + text.charAt(at) + "\"" : "the end";
        return new IllegalArgumentException(
                "at character " + (at + 1) + " of \"" + text + "\" there must be " + wanted + ", not " + found);
    }
}
