package dev.rota.registry.subject;

/** Where changes are made lasting. */
public interface EntryLog {

    /**
     * Stores a change; returns once it is stored and applied to the state.
     *
     * @throws RegistryError if it could not be stored
     */
    void write(Entry entry);
}
