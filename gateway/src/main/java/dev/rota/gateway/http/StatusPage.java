package dev.rota.gateway.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page for people: one file, whose script and style are allowed by their hashes and nothing else is. */
final class StatusPage implements Handler {
    private final String page = Resources.text("status.html");
    private final String policy = "default-src 'none'; connect-src 'self'; img-src data:; frame-ancestors 'none'; "
            + "base-uri 'none'; form-action 'none'; script-src '" + hash("script") + "'; style-src '" + hash("style")
            + "'";

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        response.header("Content-Security-Policy", policy);
        Replies.text(response, "text/html; charset=utf-8", page);
    }

    private String hash(String element) {
        String open = "<" + element + ">";
        int start = page.indexOf(open) + open.length();
        String content = page.substring(start, page.indexOf("</" + element + ">", start));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
