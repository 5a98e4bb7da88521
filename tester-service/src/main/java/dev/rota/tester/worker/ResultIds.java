package dev.rota.tester.worker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Names results so that the same attempt has the same id, however often its probe is delivered. */
public final class ResultIds {
    private static final int BYTES = 16;

    private ResultIds() {}

    /**
     * The id of an attempt.
     *
     * @param task the task's name; empty for a probe that came to no task
     * @param attempt from 1
     */
    public static String of(String probeId, String task, int attempt) {
        return hash(probeId, task, Integer.toString(attempt));
    }

    /**
     * The id of an attempt that a limit of the account turned away. It is no attempt at the model, so that the real
     * one, after the limit, is still the first.
     */
    static String limited(String probeId, String task, Instant until) {
        return hash(probeId, task, "limited until " + until);
    }

    private static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // The length keeps "a", "bc" and "ab", "c" apart.
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
