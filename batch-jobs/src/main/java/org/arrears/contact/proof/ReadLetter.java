package org.arrears.contact.proof;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** What can be read on the pages of one letter, and what is there but cannot be. */
public final class ReadLetter {

    private final FlowText seen;
    private final Map<Unseen, FlowText> unseen = new EnumMap<>(Unseen.class);
    private final IntUnaryOperator alike;

    ReadLetter(IntUnaryOperator alike) {
        this.alike = alike;
        this.seen = new FlowText(alike);
    }

    void add(PageReader.Page page) {
        for (PrintedText text : page.texts()) {
            seen.cut();
            unseen.values().forEach(FlowText::cut);
            text.forEach(page.paper(), page.patches(), this::add);
        }
        seen.gap();
    }

    private void add(String text, Optional<Unseen> why) {
        if (why.isEmpty()) {
            seen.add(text);
        } else {
            seen.gap();
            unseen.computeIfAbsent(why.get(), none -> new FlowText(alike)).add(text);
        }
    }

    /** How often a value can be read in the letter. */
    public int count(String value) {
        return seen.count(value);
    }

    /** Says why a value cannot be read as often as it is printed. */
    public String whyUnseen(String value) {
        List<String> reasons = unseen.entrySet().stream()
                .filter(entry -> entry.getValue().count(value) > 0)
                .map(entry -> entry.getKey().said())
                .toList();
        return reasons.isEmpty() ? "it is on none of its pages in full" : String.join(", ", reasons);
    }
}
