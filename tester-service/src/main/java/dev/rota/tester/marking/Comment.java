package dev.rota.tester.marking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comment directly above a function in code. */
final class Comment {
    private Comment() {}

    /** The comment; empty if there is none. */
    static String above(String function, String code) {
        String name = Pattern.quote(function);
        Matcher definition = Pattern.compile("\\bfunction\\s*+\\*?\\s*+" + name + "\\b|\\b(?:const|let|var)\\s++" + name
                        + "\\b|\\b" + name + "\\s*+[=:](?![=>])")
                .matcher(code);
        if (!definition.find()) {
            return "";
        }
        String before = code.substring(0, definition.start());
        String sameLine = before.substring(before.lastIndexOf('\n') + 1).strip();
        return sameLine.endsWith("*/") ? endOf(sameLine) : endOf(before.substring(0, before.lastIndexOf('\n') + 1));
    }

    /** The comment that a text ends with. */
    private static String endOf(String text) {
        String end = text.stripTrailing();
        if (end.endsWith("*/")) {
            return end.substring(Math.max(0, end.lastIndexOf("/*")));
        }
        int from = end.length();
        while (from > 0) {
            int line = end.lastIndexOf('\n', from - 1) + 1;
            if (!end.substring(line, from).strip().startsWith("//")) {
                break;
            }
            from = Math.max(0, line - 1);
        }
        return end.substring(from).strip();
    }
}
