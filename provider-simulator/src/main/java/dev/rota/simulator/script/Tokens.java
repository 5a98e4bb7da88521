package dev.rota.simulator.script;

import java.util.ArrayList;
import java.util.List;

/** Tokens as the simulator counts them: four characters each. */
final class Tokens {
    private static final int CHARACTERS = 4;

    private Tokens() {}

    static int count(String text) {
        return (text.length() + CHARACTERS - 1) / CHARACTERS;
    }

    /** The first so many tokens of a text. */
    static String first(String text, int tokens) {
        return text.substring(0, end(text, 0, tokens));
    }

    /** The text in pieces of so many tokens. */
    static List<String> pieces(String text, int tokens) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = end(text, from, tokens);
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    /** Where so many tokens end; never between the halves of one character. */
    private static int end(String text, int from, int tokens) {
        int to = (int) Math.min(text.length(), from + (long) tokens * CHARACTERS);
        boolean split = to < text.length() && to > 0 && Character.isHighSurrogate(text.charAt(to - 1));
        return split ? to + 1 : to;
    }
}
