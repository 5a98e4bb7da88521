package dev.rota.export;

/** A rotation that must not, or cannot, be exported as asked. The message says what to do. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExportException(String message) {
        super(message);
    }
}
