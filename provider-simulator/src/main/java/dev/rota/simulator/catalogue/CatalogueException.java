package dev.rota.simulator.catalogue;

/** A models file that cannot be served: which, why, and what to do. */
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CatalogueException(String message) {
        super(message);
    }

    CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
