package dev.rota.launcher.doctor;

/**
 * What one check found.
 *
 * @param check what was looked at
 * @param health how it is
 * @param found what was seen; no secrets
 * @param remedy what to do about it; empty if nothing needs to be done
 */
public record Diagnosis(String check, Health health, String found, String remedy) {
    static Diagnosis ok(String check, String found) {
        return new Diagnosis(check, Health.OK, found, "");
    }

    static Diagnosis absent(String check, String found, String remedy) {
        return new Diagnosis(check, Health.ABSENT, found, remedy);
    }

    static Diagnosis warning(String check, String found, String remedy) {
        return new Diagnosis(check, Health.WARNING, found, remedy);
    }

    static Diagnosis broken(String check, String found, String remedy) {
        return new Diagnosis(check, Health.BROKEN, found, remedy);
    }
}
