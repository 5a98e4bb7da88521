package dev.rota.provider.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Starts an exchange's clock. The client calls this when it has a connection, new or kept, and is about to write the
 * request: the moment from which the provider can be held to account.
 */
final class SentClock extends HttpRequestExecutor {
    static final String WATCH = "rota.watch";

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        if (context.getAttribute(WATCH) instanceof Watch watch) {
            EndpointDetails details = connection.getEndpointDetails();
            watch.sent(System.nanoTime(), details != null && details.getRequestCount() > 0);
        }
        return super.execute(request, connection, callback, context);
    }
}
