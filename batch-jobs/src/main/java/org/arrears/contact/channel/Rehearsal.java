package org.arrears.contact.channel;

import java.nio.charset.StandardCharsets;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.TemplateFile;

/** Renders templates of one channel as they would be sent, for nobody. */
public interface Rehearsal {

    /** Returns what sizes count: {@code pages}. */
    String unit();

    /**
     * Renders a template with a notice; returns how large it is.
     *
     * @throws org.arrears.contact.render.TemplateException if it could not be sent
     */
    int size(TemplateFile file, NoticeView notice);

    /**
     * Fills a template in to be shown.
     *
     * @throws org.arrears.contact.render.TemplateException if it could not be sent
     */
    Specimen preview(TemplateFile file, NoticeView notice);

    /** A template filled in: a text, or a file. */
    final class Specimen {

        private final byte[] content;
        private final String ending;
        private final String remark;

        private Specimen(byte[] content, String ending, String remark) {
            this.content = content.clone();
            this.ending = ending;
            this.remark = remark;
        }

        /** Makes one that is a text. */
        public static Specimen of(String text, String remark) {
            return new Specimen(text.getBytes(StandardCharsets.UTF_8), "", remark);
        }

        /** Makes one that is a file, with the ending of its name. */
        public static Specimen file(byte[] content, String ending, String remark) {
            return new Specimen(content, ending, remark);
        }

        public byte[] content() {
            return content.clone();
        }

        /** Returns the ending of the file that it is, with its dot. */
        public String ending() {
            return ending;
        }

        /** Returns what is to be known of it besides. */
        public String remark() {
            return remark;
        }

        public boolean isFile() {
            return !ending.isEmpty();
        }

        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }
}
