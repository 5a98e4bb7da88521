package dev.rota.tester.grading;

/** Text of a model's, made safe for a terminal, a log and an event: bounded, and without control characters. */
public final class Printable {
    private Printable() {}

    /** At most {@code max} characters; control characters become spaces. */
    public static String of(String text, int max) {
        String bounded = text.length() <= max ? text : text.substring(0, max - 1) + "…";
        StringBuilder out = new StringBuilder(bounded.length());
        bounded.chars().forEach(c -> out.append(Character.isISOControl(c) ? ' ' : (char) c));
        return out.toString();
    }
}
