package dev.rota.provider;

/** A key that must not be seen: no log, error or event shows it, because {@link #toString()} does not. */
public final class Secret {
    private static final int SHOWN_FROM = 12;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Takes a key, without the white space that files and terminals leave around it. */
    public static Secret of(String value) {
        String trimmed = value.strip();
        if (trimmed.isEmpty() || trimmed.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException(
                    "an API key must be visible ASCII characters without spaces; look for a line break or a quotation mark in it");
        }
        return new Secret(trimmed);
    }

    /** The key itself, for the one header that carries it. */
    public String reveal() {
        return value;
    }

    /** The text with every occurrence of the key masked. */
    public String maskIn(String text) {
        return value.length() < 4 ? text : text.replace(value, toString());
    }

    /** The last four characters of a long key, so that two keys can be told apart; never more. */
    @Override
    public String toString() {
        return value.length() < SHOWN_FROM ? "****" : "****" + value.substring(value.length() - 4);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
