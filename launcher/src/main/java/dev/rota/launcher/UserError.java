package dev.rota.launcher;

/** Something a person can mend: the message says what is wrong and what to do, and is shown without a stack trace. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private UserError(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** It was asked for rightly and failed. */
    public static UserError failed(String message) {
        return new UserError(Rota.FAILED, message);
    }

    /** It was asked for wrongly. */
    public static UserError usage(String message) {
        return new UserError(Rota.WRONG_USAGE, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
