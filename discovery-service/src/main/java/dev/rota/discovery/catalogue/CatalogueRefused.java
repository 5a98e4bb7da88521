package dev.rota.discovery.catalogue;

/** A reading that cannot be used as a whole; what was known before stays. */
public final class CatalogueRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CatalogueProblem problem;

    public CatalogueRefused(String catalogue, String field, String message) {
        super(catalogue + ": " + field + ": " + message);
        this.problem = new CatalogueProblem(catalogue, field, message);
    }

    public CatalogueProblem problem() {
        return problem;
    }
}
