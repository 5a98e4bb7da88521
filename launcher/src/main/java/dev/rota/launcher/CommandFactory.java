package dev.rota.launcher;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes commands: those that ask for the context in their constructor get it. */
final class CommandFactory implements CommandLine.IFactory {
    private final Context context;
    private final CommandLine.IFactory otherwise = CommandLine.defaultFactory();

    CommandFactory(Context context) {
        this.context = context;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Context.class) {
                constructor.setAccessible(true);
                return type.cast(constructor.newInstance(context));
            }
        }
        return otherwise.create(type);
    }
}
