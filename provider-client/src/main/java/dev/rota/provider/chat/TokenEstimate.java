package dev.rota.provider.chat;

/** A rough count of tokens: about four Latin characters each, and one for each ideograph or syllable sign. */
final class TokenEstimate {
    private static final int LATIN_CHARACTERS = 4;
    private static final int IDEOGRAPHS_FROM = 0x2E80;

    private TokenEstimate() {}

    static int of(String text) {
        long wide = text.codePoints().filter(c -> c >= IDEOGRAPHS_FROM).count();
        long narrow = text.codePointCount(0, text.length()) - wide;
        return Math.toIntExact(wide + (narrow + LATIN_CHARACTERS - 1) / LATIN_CHARACTERS);
    }
}
