package dev.rota.tester.marking;

import dev.rota.tester.grading.Answer;

/** The part of an answer that is meant for the reader: without thoughts, and bounded. */
final class AnswerText {
    /** Longer answers are cut here, in characters; nothing asked for in a suite is near it. */
    static final int MAX = 200_000;

    private static final String[] TAGS = {"think", "thinking", "reasoning", "thought"};

    private AnswerText() {}

    static String of(Answer answer) {
        String text = answer.text();
        String bounded = text.length() <= MAX ? text : text.substring(0, MAX);
        for (String tag : TAGS) {
            bounded = withoutThoughts(bounded, "<" + tag + ">", "</" + tag + ">");
        }
        return bounded.strip();
    }

    /**
     * Some models open with their thoughts in a tag; some templates swallow the opening tag. Only what leads the answer
     * counts as thought: a tag further on is text.
     */
    private static String withoutThoughts(String text, String open, String close) {
        String rest = text;
        while (rest.stripLeading().startsWith(open)) {
            int end = rest.indexOf(close);
            if (end < 0) {
                return "";
            }
            rest = rest.substring(end + close.length());
        }
        int first = rest.indexOf(open);
        int last = rest.lastIndexOf(close);
        return last >= 0 && first < 0 ? rest.substring(last + close.length()) : rest;
    }
}
