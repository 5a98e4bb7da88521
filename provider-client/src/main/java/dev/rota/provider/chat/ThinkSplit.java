package dev.rota.provider.chat;

/**
 * Parts reasoning that a server left inside the content, between {@code <think>} and {@code </think>} at its beginning,
 * from the answer. Fed piece by piece; a tag may be cut anywhere.
 */
final class ThinkSplit {
    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    private enum State {
        UNDECIDED,
        THINKING,
        ANSWERING
    }

    /** Takes what was told apart. */
    interface Parts {
        void reasoning(String text);

        void answer(String text);
    }

    private final Parts parts;
    private final StringBuilder held = new StringBuilder();
    private State state = State.UNDECIDED;

    ThinkSplit(Parts parts) {
        this.parts = parts;
    }

    void add(String piece) {
        if (state == State.ANSWERING) {
            parts.answer(piece);
            return;
        }
        held.append(piece);
        if (state == State.UNDECIDED) {
            decide();
        }
        if (state == State.THINKING) {
            think();
        }
    }

    /** No more comes: what was held back for a tag that never came is said. */
    void end() {
        String rest = held.toString();
        held.setLength(0);
        if (!rest.isEmpty()) {
            if (state == State.THINKING) {
                parts.reasoning(rest);
            } else {
                parts.answer(rest);
            }
        }
    }

    private void decide() {
        String start = held.toString().stripLeading();
        if (start.startsWith(OPEN)) {
            held.setLength(0);
            held.append(start, OPEN.length(), start.length());
            state = State.THINKING;
        } else if (!OPEN.startsWith(start)) {
            state = State.ANSWERING;
            end();
        }
    }

    private void think() {
        int close = held.indexOf(CLOSE);
        if (close >= 0) {
            String answer = held.substring(close + CLOSE.length()).stripLeading();
            parts.reasoning(held.substring(0, close));
            held.setLength(0);
            state = State.ANSWERING;
            if (!answer.isEmpty()) {
                parts.answer(answer);
            }
            return;
        }
        int safe = held.length() - CLOSE.length() + 1;
        if (safe > 0) {
            parts.reasoning(held.substring(0, safe));
            held.delete(0, safe);
        }
    }
}
