package org.arrears.db;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.guard.Secrets;

/**
 * A JDBC URL without the passwords that stood in it, so that no message can repeat them.
 *
 * @param secrets the passwords by the driver's names for them
 */
public record DatabaseUrl(String text, Map<String, String> secrets) {

    private static final Pattern SECRET = Pattern.compile("(?i).*(?:password|passwd|pwd).*");

    public DatabaseUrl {
        secrets = Map.copyOf(secrets);
    }

    /** Takes a URL apart; refuses one with a user before its host, which the driver takes for a part of the host. */
    public static DatabaseUrl of(String url) {
        int parameters = url.indexOf('?');
        String place = parameters < 0 ? url : url.substring(0, parameters);
        if (place.contains("@")) {
            throw new ArrearsException(
                    FailureKind.CONFIGURATION_INVALID,
                    "database URL \"" + Secrets.hidden(url) + "\": no user or password stands before the host; give"
                            + " ARREARS_DB_USER and ARREARS_DB_PASSWORD_FILE, or ~/.pgpass");
        }
        if (parameters < 0) {
            return new DatabaseUrl(url, Map.of());
        }
        List<String> kept = new ArrayList<>();
        Map<String, String> secrets = new LinkedHashMap<>();
        for (String parameter : url.substring(parameters + 1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
            if (equals >= 0 && SECRET.matcher(name).matches()) {
                secrets.put(name, decoded(parameter.substring(equals + 1)));
            } else {
                kept.add(parameter);
            }
        }
        return new DatabaseUrl(kept.isEmpty() ? place : place + "?" + String.join("&", kept), secrets);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return text;
        }
    }

    /** Shows no password. */
    @Override
    public String toString() {
        return text;
    }
}
