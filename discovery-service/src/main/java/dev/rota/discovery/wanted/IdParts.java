package dev.rota.discovery.wanted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An id taken apart: {@code meta-llama/llama-3.3-70b-instruct:free} is the family {@code meta-llama}, the words
 * {@code llama 3.3 70b instruct} and the variant {@code free}.
 *
 * @param family in lower case; empty if the id names none
 * @param words of the name, in lower case; what looks like a version or a size keeps its digits together
 * @param variants what follows colons, in lower case
 */
record IdParts(String family, List<String> words, List<String> variants) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[-_ /]+");
    private static final Pattern NUMBER = Pattern.compile("v?\\d+(\\.\\d+)*");
    private static final Pattern FUSED = Pattern.compile("(?<=[a-z]{3})(?=\\d)");

    static IdParts of(String id) {
        String[] parts = id.toLowerCase(Locale.ROOT).strip().split(":", -1);
        String path = parts[0].startsWith("~") ? parts[0].substring(1) : parts[0];
        int slash = path.indexOf('/');
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(path.substring(slash + 1), -1)) {
            // qwen3 and qwen-3 are the same words.
            words.addAll(List.of(FUSED.split(word, -1)));
        }
        words.removeIf(String::isEmpty);
        List<String> variants = List.of(parts).subList(1, parts.length);
        return new IdParts(slash < 0 ? "" : path.substring(0, slash), List.copyOf(words), variants);
    }

    boolean free() {
        return variants.contains("free");
    }

    String name() {
        return String.join("-", words);
    }

    /** The words that are not versions: what the model is called. */
    List<String> called() {
        return words.stream().filter(word -> !version(word)).toList();
    }

    List<String> versions() {
        return words.stream().filter(IdParts::version).toList();
    }

    private static boolean version(String word) {
        return NUMBER.matcher(word).matches();
    }
}
