package dev.rota.gateway.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs deliveries as the Standard Webhooks specification (version 1) says, so that receivers find a library for their
 * language: HMAC-SHA256 over {@code <id>.<timestamp>.<body>}.
 */
public final class SigningKey {
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    private SigningKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, HMAC);
    }

    /**
     * Takes a secret: {@code whsec_} and base64, or any text, whose UTF-8 bytes then are the key.
     *
     * @throws IllegalArgumentException if it has fewer than {@value #SHORTEST} bytes, or is no base64
     */
    public static SigningKey of(String secret) {
        byte[] bytes = secret.startsWith(PREFIX)
                ? decoded(secret.substring(PREFIX.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException("a webhook's secret must have at least " + SHORTEST + " bytes, not "
                    + bytes.length + ": openssl rand -hex 32 makes a good one");
        }
        return new SigningKey(bytes);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("a webhook's secret that begins with whsec_ must go on in base64");
        }
    }

    /** The value of {@code webhook-signature}. */
    String sign(String id, long epochSeconds, String body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] signed = mac.doFinal((id + "." + epochSeconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "****";
    }
}
