package org.arrears.contact.letter;

import org.arrears.contact.render.Required;

/** Where a letter stands in its print run: its first page, from 1, and how many pages it has. */
public record PrintedLetter(String noticeNo, int firstPage, int pages, String template) {
    public PrintedLetter {
        Required.text("noticeNo", noticeNo);
        Required.text("template", template);
        if (firstPage < 1 || pages < 1) {
            throw new IllegalArgumentException(
                    "letter " + noticeNo + ": first page and pages must be at least 1: " + firstPage + ", " + pages);
        }
    }
}
