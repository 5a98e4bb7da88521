package dev.rota.tester.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of Markdown.
 *
 * @param language what the fence is marked with, in lower case; empty for nothing
 * @param content the lines in it
 */
record Fence(String language, String content) {
    private static final Pattern MARK =
            Pattern.compile("^[ \\t]{0,12}(`{3,10}+|~{3,10}+)[ \\t]*+([^\\s`]{0,30}+)[^`\\n]*+$");

    /** All blocks of a text, in order. One that is never closed ends with the text. */
    static List<Fence> in(String text) {
        List<Fence> fences = new ArrayList<>();
        StringBuilder content = new StringBuilder();
        String mark = "";
        String language = "";
        for (String line : text.split("\\R", -1)) {
            Matcher matcher = MARK.matcher(line);
            boolean marked = matcher.matches();
            if (mark.isEmpty()) {
                if (marked) {
                    mark = matcher.group(1);
                    language = matcher.group(2).toLowerCase(Locale.ROOT);
                }
            } else if (marked && matcher.group(2).isEmpty() && matcher.group(1).startsWith(mark)) {
                fences.add(new Fence(language, content.toString()));
                content.setLength(0);
                mark = "";
            } else {
                content.append(line).append('\n');
            }
        }
        if (!mark.isEmpty()) {
            fences.add(new Fence(language, content.toString()));
        }
        return fences;
    }
}
