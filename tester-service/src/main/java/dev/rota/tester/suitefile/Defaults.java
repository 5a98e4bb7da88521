package dev.rota.tester.suitefile;

import org.jspecify.annotations.Nullable;

/** What a task has where it does not say. */
record Defaults(@Nullable Integer maxTokens, @Nullable Double temperature) {
    static final Defaults NONE = new Defaults(null, null);

    private static final int MOST_TOKENS = 1_000_000;
    private static final double HOTTEST = 2;

    /** What these fields say, and otherwise what was said before. */
    static Defaults read(Fields fields, Defaults otherwise) {
        return new Defaults(
                fields.whole("maxTokens", 1, MOST_TOKENS).orElse(otherwise.maxTokens()),
                fields.number("temperature", 0, HOTTEST).orElse(otherwise.temperature()));
    }
}
