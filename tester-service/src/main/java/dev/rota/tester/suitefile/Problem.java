package dev.rota.tester.suitefile;

/**
 * Something wrong in a suite file.
 *
 * @param line where, from 1
 * @param message what, and what to do about it
 */
public record Problem(int line, String message) {
    @Override
    public String toString() {
        return "line " + line + ": " + message;
    }
}
