package org.arrears.cli;

import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Where a result goes, and in which form. */
record Output(Form form, Destination target) {

    boolean json() {
        return form == Form.JSON;
    }

    /** Prints a result that people can read, made harmless for a terminal. */
    <T> T print(Function<Screen, T> printing) {
        return target.screen(printing);
    }

    void print(String text) {
        print(screen -> {
            screen.println(text);
            return text;
        });
    }

    /** Prints a value as JSON over several lines. */
    void printJson(Object value) {
        print(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(value));
    }
}
