package dev.rota.ranking.policy;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A pattern of model names: literal text, and {@code *} for any text, none included. */
public final class Pattern {
    private final String text;
    private final java.util.regex.Pattern compiled;

    public Pattern(String text) {
        this.text = text;
        this.compiled = java.util.regex.Pattern.compile(Arrays.stream(text.split("\\*+", -1))
                .map(java.util.regex.Pattern::quote)
                .collect(Collectors.joining(".*")));
    }

    public String text() {
        return text;
    }

    public boolean matches(String model) {
        return compiled.matcher(model).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
