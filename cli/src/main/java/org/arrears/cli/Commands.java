package org.arrears.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands, giving each its surroundings through the constructor. */
final class Commands implements IFactory {

    private final Surroundings world;

    Commands(Surroundings world) {
        this.world = world;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            Class<?>[] parameters = constructor.getParameterTypes();
            if (parameters.length == 1 && parameters[0] == Surroundings.class) {
                return type.cast(constructor.newInstance(world));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
