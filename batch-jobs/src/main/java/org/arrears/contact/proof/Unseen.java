package org.arrears.contact.proof;

/** Why text that is in a PDF cannot be read by a person. */
enum Unseen {
    OFF_PAGE("it lies outside the page"),
    CLIPPED("it is cut off by the box it is in"),
    SMALL("it is smaller than " + PrintedText.LEAST_SIZE + " pt"),
    SQUEEZED("its characters are printed over one another"),
    PALE("it has almost the colour of its ground, or is transparent"),
    COVERED("something is painted over it");

    private final String said;

    Unseen(String said) {
        this.said = said;
    }

    String said() {
        return said;
    }
}
