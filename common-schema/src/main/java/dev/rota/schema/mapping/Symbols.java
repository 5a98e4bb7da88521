package dev.rota.schema.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.specific.SpecificData;

/** The constants of a domain's enum in the order in which the event's schema numbers their names. */
final class Symbols<A extends Enum<A>> {
    private final String name;
    private final List<A> constants = new ArrayList<>();

    Symbols(Class<A> domain, Class<? extends Enum<?>> event) {
        Schema schema = SpecificData.get().getSchema(event);
        name = schema.getName();
        schema.getEnumSymbols().forEach(symbol -> constants.add(Enum.valueOf(domain, symbol)));
    }

    A read(Decoder in) throws IOException {
        int number = in.readEnum();
        if (number < 0 || number >= constants.size()) {
            throw new AvroTypeException("there is no symbol " + number + " of " + name);
        }
        return constants.get(number);
    }
}
