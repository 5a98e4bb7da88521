package dev.rota.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** HTTP headers in their order; names are compared without case. Immutable. */
public final class Headers {
    private static final Headers NONE = new Headers(List.of());

    private final List<Header> all;

    private Headers(List<Header> all) {
        this.all = all;
    }

    /**
     * One header.
     *
     * @param name as it was sent
     * @param value as it was sent
     */
    public record Header(String name, String value) {}

    public static Headers none() {
        return NONE;
    }

    public static Headers of(String name, String value) {
        return NONE.with(name, value);
    }

    public static Headers of(List<Header> headers) {
        return new Headers(List.copyOf(headers));
    }

    /** {@code Authorization: Bearer …}. */
    public static Headers bearer(Secret key) {
        return of("Authorization", "Bearer " + key.reveal());
    }

    /** These and one more. */
    public Headers with(String name, String value) {
        List<Header> more = new ArrayList<>(all);
        more.add(new Header(name, value));
        return new Headers(List.copyOf(more));
    }

    /** The first value of the header. */
    public Optional<String> first(String name) {
        return all.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** Whether the first value of the header contains the text, without case. */
    public boolean says(String name, String text) {
        return first(name)
                .filter(v -> v.toLowerCase(Locale.ROOT).contains(text))
                .isPresent();
    }

    public List<Header> all() {
        return all;
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        return all.stream().map(Header::name).toList().toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Headers headers && headers.all.equals(all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }
}
