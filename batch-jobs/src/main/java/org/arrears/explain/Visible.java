package org.arrears.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.arrears.core.text.Shown;

/** Makes text from files safe to show: nothing in it moves a cursor, colours a screen or turns its neighbours. */
final class Visible {

    private Visible() {}

    static String only(String text) {
        return text.codePoints()
                .mapToObj(c -> Shown.isInvisible(c) ? "\uFFFD" : Character.toString(c))
                .collect(Collectors.joining());
    }

    static List<String> only(List<String> texts) {
        return texts.stream().map(Visible::only).toList();
    }
}
