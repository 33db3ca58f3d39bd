package org.arrears.contact.render;

import org.arrears.render.RenderLimits;

/** How the templates of one channel are found, filled in and checked. */
public interface TemplateKind {

    /** Returns the folder of these templates. */
    String folder();

    /** Returns what the templates call the notice. */
    String variable();

    /** Returns how much a rendering about so many loans may make. */
    RenderLimits limits(int loans);

    /** Makes a value harmless where it is inserted. */
    String escaped(String text);

    /**
     * Refuses a text that leaves out what its notice must say.
     *
     * @throws TemplateException if it does
     */
    void check(String path, String text, NoticeView notice);

    /** Returns the file of a template in a language. */
    default String path(String template, String language) {
        return folder() + "/" + template + "." + language + ".vm";
    }
}
