package dev.rota.tester.sandbox;

/** The engine stopped in a way that leaves it unusable. */
final class EngineFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;

    EngineFailed(String what) {
        super(what);
        this.what = what;
    }

    EngineFailed(String what, Throwable cause) {
        super(what, cause);
        this.what = what;
    }

    /** What happened, in words that go on after "it". */
    String what() {
        return what;
    }
}
