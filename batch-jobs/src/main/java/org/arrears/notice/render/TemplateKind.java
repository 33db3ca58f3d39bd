package org.arrears.notice.render;

import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.event.EventCartridge;

/** The two kinds of templates; each has its folder, and only letters are XHTML. */
public enum TemplateKind {
    LETTER("letters"),
    SMS("sms");

    private final String folder;

    TemplateKind(String folder) {
        this.folder = folder;
    }

    String path(String template, String language) {
        return folder + "/" + template + "." + language + ".vm";
    }

    void escapeIn(VelocityContext context) {
        if (this == LETTER) {
            EventCartridge cartridge = new EventCartridge();
            cartridge.addReferenceInsertionEventHandler(new XhtmlEscape());
            cartridge.attachToContext(context);
        }
    }
}
