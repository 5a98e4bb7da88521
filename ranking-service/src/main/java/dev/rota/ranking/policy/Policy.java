package dev.rota.ranking.policy;

import dev.rota.domain.Checks;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How one rotation is made.
 *
 * @param name the rotation's name
 * @param description for people; no part of the content hash
 * @param order the models are sorted by this, lowest first
 * @param size how many entries at most
 * @param eligibility who may enter at all
 * @param spread how entries are kept from having too much in common
 * @param steadiness what keeps the primary in its place, and what a reader need not be told
 */
public record Policy(
        String name,
        String description,
        Expression order,
        int size,
        Eligibility eligibility,
        Spread spread,
        Steadiness steadiness) {
    public static final int DEFAULT_SIZE = 12;
    public static final int MAX_SIZE = 1_000;

    public Policy {
        Checks.text("name", name);
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("size must be from 1 to " + MAX_SIZE + ", not " + size);
        }
    }

    /** The first 16 hexadecimal digits of SHA-256 over everything that decides about the rotation. */
    public String hash() {
        String content = String.join(
                "\n",
                name,
                order.text(),
                Integer.toString(size),
                eligibility.toString(),
                spread.toString(),
                steadiness.toString());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
