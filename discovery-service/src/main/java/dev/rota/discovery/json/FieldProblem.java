package dev.rota.discovery.json;

/** A field of one record that cannot be used; caught where the record is read. */
final class FieldProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String rule;

    FieldProblem(String field, String rule) {
        super(field + " " + rule, null, false, false);
        this.field = field;
        this.rule = rule;
    }

    String field() {
        return field;
    }

    String rule() {
        return rule;
    }
}
