package dev.rota.provider.chat;

import dev.rota.provider.judge.Transcript.Form;

/** Takes a response on its way to somebody else. Called on the thread that sent the request. */
@FunctionalInterface
public interface Passage {
    /**
     * Some bytes of the body, as they came.
     *
     * @param buffer holds them from index 0; only valid during the call
     * @param length how many
     * @param form what the body is, as far as that is known; {@link Form#EMPTY} until then
     * @param begun whether anything of the model's has come, in these bytes or before; never of a plain body
     * @return false if nobody wants more of it
     */
    boolean bytes(byte[] buffer, int length, Form form, boolean begun);
}
