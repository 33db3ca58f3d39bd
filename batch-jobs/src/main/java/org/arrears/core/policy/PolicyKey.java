package org.arrears.core.policy;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One key of a policy, said once: reading and default, comparison of policies, explanation and conventions walk the
 * lists of them ({@link TermKeys}, {@link PolicyKeys}).
 *
 * @param path in the file, as {@code penalty.grace.mode}
 * @param field its name in the explanation as JSON
 * @param reading how it is read, and what holds if it is missing
 * @param of where its value stands in what was read
 * @param parts how a value is written: by what follows the path, nothing for a simple one; none if there is no value
 * @param <S> what holds the value: the policy, or the terms of a product
 */
public record PolicyKey<S, T>(
        String path, String field, Reading<T> reading, Function<S, T> of, Function<T, Map<String, String>> parts) {

    /** Stands for a key without a value. */
    public static final String NONE = "none";

    /** Reads a key of a section. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(YamlSection section, String key);
    }

    /** A key with one value that is written in one way. */
    static <S, T> PolicyKey<S, T> simple(
            String path, String field, Reading<T> reading, Function<S, T> of, Function<T, String> shown) {
        return new PolicyKey<>(path, field, reading, of, value -> Map.of("", shown.apply(value)));
    }

    /** Reads the value from the section in which the path begins. */
    T read(YamlSection section) {
        int dot = path.lastIndexOf('.');
        YamlSection holder = section;
        for (String name : dot < 0 ? new String[0] : path.substring(0, dot).split("\\.")) {
            holder = holder.child(name);
        }
        return reading.read(holder, path.substring(dot + 1));
    }

    /** Returns the value as one text. */
    public String shown(S holder) {
        Map<String, String> written = parts.apply(of.apply(holder));
        return written.isEmpty()
                ? NONE
                : written.entrySet().stream()
                        .map(part -> (part.getKey() + " " + part.getValue()).strip())
                        .collect(Collectors.joining("; "));
    }

    /** Puts the value into a map, by its path. */
    public void putInto(Map<String, String> values, S holder) {
        parts.apply(of.apply(holder))
                .forEach((rest, written) -> values.put(rest.isEmpty() ? path : path + "." + rest, written));
    }
}
