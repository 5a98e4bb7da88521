package dev.rota.provider.http;

import dev.rota.provider.Ending;
import dev.rota.provider.Headers;
import dev.rota.provider.Redaction;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to providers, within bounds. Blocking; meant to be called on virtual threads. Thread-safe.
 *
 * <p>What the other side does never becomes an exception: it hangs, trickles, redirects, floods, breaks off, and the
 * call returns in time with a value that says so. Only a wrong call throws {@link IllegalArgumentException}.
 */
public final class ProviderHttp implements AutoCloseable {
    private final Watchdog watchdog = new Watchdog();
    private final CloseableHttpClient client = ClientSetup.client();

    private ProviderHttp() {}

    /** Starts the client; it holds connections and a thread until it is closed. */
    public static ProviderHttp start() {
        ProviderHttp http = new ProviderHttp();
        http.watchdog.start();
        return http;
    }

    /**
     * Reads a whole body.
     *
     * @param maxBytes the largest body accepted, decompressed
     * @param timeout for the whole, connection included at most once more
     */
    public Fetch get(URI uri, Headers headers, long maxBytes, Duration timeout) {
        HttpGet request = new HttpGet(checked(uri));
        request.setHeader("Accept-Encoding", "gzip");
        Collector collector = new Collector();
        Exchange exchange = exchange(request, headers, HttpLimits.within(timeout, maxBytes), collector);
        return Fetches.of(uri, exchange, collector, maxBytes);
    }

    /** Sends a JSON body and hands the response to the sink as it arrives, in order, on this thread. */
    public Exchange post(URI uri, Headers headers, byte[] json, HttpLimits limits, BodySink sink) {
        HttpPost request = new HttpPost(checked(uri));
        request.setHeader("Accept-Encoding", "identity");
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        return exchange(request, headers, limits, sink);
    }

    private Exchange exchange(HttpUriRequestBase request, Headers headers, HttpLimits limits, BodySink sink) {
        headers.all().forEach(h -> request.addHeader(h.name(), h.value()));
        Watch watch = new Watch(limits, request::cancel, System.nanoTime());
        watchdog.add(watch);
        BodyReader reader = new BodyReader(watch, limits, sink);
        try {
            return report(watch, reader, send(request, watch, reader), "");
        } catch (IOException e) {
            return report(watch, reader, Endings.of(e, watch, reader.headSeen()), describe(e));
        } catch (IllegalStateException e) {
            // The client was closed under the request.
            return report(watch, reader, Ending.CANCELLED, describe(e));
        } finally {
            watchdog.remove(watch);
        }
    }

    private Ending send(HttpUriRequestBase request, Watch watch, BodyReader reader) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(SentClock.WATCH, watch);
        HttpHost host = new HttpHost(request.getScheme(), request.getAuthority());
        ClassicHttpResponse response = client.executeOpen(host, request, context);
        boolean complete = false;
        try {
            Ending ending = reader.read(response);
            complete = ending == Ending.COMPLETE;
            return ending;
        } finally {
            release(request, response, complete);
        }
    }

    /** Closing a response reads it to its end first, and there may be none: what is not complete is cut. */
    private static void release(HttpUriRequestBase request, ClassicHttpResponse response, boolean complete) {
        if (!complete) {
            request.cancel();
        }
        try {
            response.close();
        } catch (IOException _) {
            // The exchange is over, and how it ended is known.
        }
    }

    private static Exchange report(Watch watch, BodyReader reader, Ending ending, String detail) {
        long end = reader.endNanos(System.nanoTime());
        long sent = watch.wasSent() ? watch.sentNanos() : end;
        Ending known = reader.finished(ending);
        return new Exchange(
                known, reader.status(), reader.headers(), watch.reused(), watch.calledNanos(), sent, end, detail);
    }

    private static String describe(Exception e) {
        @Nullable String message = e.getMessage();
        String text = e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return Redaction.redact(text.length() > 300 ? text.substring(0, 300) : text);
    }

    private static URI checked(URI uri) {
        @Nullable String scheme = uri.getScheme();
        if (scheme == null || uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("a provider's address must be http://… or https://… with a host, not \""
                    + Redaction.redact(uri.toString()) + "\"");
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException("a provider's address must not hold a user or password (\""
                    + Redaction.redact(uri.toString()) + "\"); set a key instead");
        }
        return uri;
    }

    @Override
    public void close() throws IOException {
        watchdog.close();
        client.close();
    }
}
