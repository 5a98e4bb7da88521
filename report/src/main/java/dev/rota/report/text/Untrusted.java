package dev.rota.report.text;

/** Text that providers and catalogues wrote: it may hold anything, markup and control characters among it. */
public final class Untrusted {
    private Untrusted() {}

    /**
     * The text on one line, without what cannot be seen: control characters, marks that turn the direction of writing,
     * and halves of surrogate pairs. White space of any kind becomes one blank.
     */
    public static String plain(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
                    kept.append(' ');
                }
            } else if (visible(c)) {
                kept.appendCodePoint(c);
            }
        });
        return kept.toString().strip();
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    /** At most so many characters of it. */
    public static String shortened(String text, int most) {
        String line = plain(text);
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }
}
