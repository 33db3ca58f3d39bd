package org.arrears.render;

import java.io.IOException;
import java.io.Writer;

/** Hands on what a template prints, up to the limit of its rendering. */
public final class BoundedText extends Writer {

    private final Writer out;
    private final RenderBudget budget;

    public BoundedText(Writer out, RenderBudget budget) {
        this.out = out;
        this.budget = budget;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        budget.print(length);
        out.write(text, from, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        budget.print(length);
        out.write(text, from, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
