package dev.rota.discovery.catalogue;

/**
 * Something a catalogue said, or did, that could not be used.
 *
 * @param catalogue the catalogue's name
 * @param field where: such as {@code data[3].pricing.prompt}, {@code body} or {@code links.next}
 * @param message what was there, the rule it broke, and what was done about it
 */
public record CatalogueProblem(String catalogue, String field, String message) {
    /** The longest piece of foreign text that a message quotes, in characters. */
    private static final int MAX_QUOTE = 60;

    @Override
    public String toString() {
        return "catalogue " + catalogue + ": " + field + ": " + message;
    }

    /** Foreign text made fit for a message: quoted, cut, control characters replaced. */
    public static String quote(String text) {
        String cut = text.length() <= MAX_QUOTE
                ? text
                : text.substring(0, MAX_QUOTE) + "… (" + text.length() + " characters)";
        StringBuilder safe = new StringBuilder("\"");
        cut.chars().forEach(c -> safe.append(Character.isISOControl(c) ? '\uFFFD' : (char) c));
        return safe.append('"').toString();
    }
}
