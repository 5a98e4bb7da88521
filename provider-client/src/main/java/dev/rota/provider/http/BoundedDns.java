package dev.rota.provider.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/** Name resolution that ends in time: the system's own may hang for minutes, and no socket is there yet to close. */
final class BoundedDns implements DnsResolver {
    private final long timeoutMs;

    BoundedDns(long timeoutMs) {
        this.timeoutMs = timeoutMs;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("provider-dns").start(() -> lookUp(host, answer));
        try {
            return answer.get(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new UnknownHostException(host + ": no answer from the name service in " + timeoutMs + " ms");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host + ": interrupted");
        } catch (ExecutionException _) {
            throw new UnknownHostException(host);
        }
    }

    private static void lookUp(String host, CompletableFuture<InetAddress[]> answer) {
        try {
            answer.complete(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            answer.completeExceptionally(e);
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
