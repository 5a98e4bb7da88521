package dev.rota.client.call;

import java.io.IOException;

/**
 * One request to one model, in the application's own way.
 *
 * @param <T> what a successful request yields
 */
@FunctionalInterface
public interface ModelCall<T> {
    /**
     * Asks the model that the attempt names; keeps to {@link Attempt#remaining} and tells {@link Attempt#firstToken}.
     *
     * @throws ModelFailureException the model, the account or the request failed, and how is known
     * @throws IOException the connection failed
     */
    T ask(Attempt attempt) throws ModelFailureException, IOException, InterruptedException;
}
