package dev.rota.gateway.http;

import io.helidon.common.GenericType;
import io.helidon.common.media.type.MediaType;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http.spi.Sink;
import io.helidon.webserver.http.spi.SinkProvider;
import io.helidon.webserver.http.spi.SinkProviderContext;
import java.util.function.BiConsumer;

/** Found by Helidon, which hands its connection to nothing else. */
@SuppressWarnings("TypeParameterUnusedInFormals") // The interface has it so.
public final class RawBodyProvider implements SinkProvider<byte[]> {
    @Override
    public boolean supports(GenericType<? extends Sink<?>> type, ServerRequest request) {
        return RawBody.TYPE.equals(type);
    }

    @Override
    @SuppressWarnings("unchecked") // Nothing but a raw body is asked for where supports() said so.
    public <X extends Sink<byte[]>> X create(SinkProviderContext context) {
        return (X) new RawBody(context);
    }

    @Override
    @SuppressWarnings("removal") // Deprecated, and abstract all the same.
    public <X extends Sink<byte[]>> X create(
            ServerResponse response, BiConsumer<Object, MediaType> consumer, Runnable close) {
        throw new UnsupportedOperationException("a raw body needs the connection");
    }
}
