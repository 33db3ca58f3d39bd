package org.arrears.contact.letter;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.TemplateException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Some letters of a run as one XHTML document, each on pages of its own that are numbered from 1. */
final class LetterBatch {
    /** The most elements inside each other in a letter. */
    private static final int MAX_DEPTH = 100;

    private static final String ID = "letter-";

    /** Whatever a lender's style sheet says, letters do not share pages, and no word is longer than its line. */
    private static final String OWN_PAGES =
            ".letter { word-wrap: break-word; page-break-before: always !important; display: block !important;"
                    + " -fs-page-sequence: start !important; } .letter.first { page-break-before: auto !important; }";

    private LetterBatch() {}

    /**
     * One letter's text with what names it in messages.
     *
     * @param path the template's file
     */
    record Sheet(NoticeView letter, String template, String path, String xhtml) {

        String noticeNo() {
            return letter.noticeNo();
        }

        /** The template and letter for messages: {@code letters/demand.zh.vm (letter L20260930-C000017-demand)}. */
        String place() {
            return path + " (letter " + noticeNo() + ")";
        }
    }

    static String id(int index) {
        return ID + index;
    }

    static Document document(List<Sheet> sheets, String style) {
        StringBuilder page = new StringBuilder(head(style));
        for (int i = 0; i < sheets.size(); i++) {
            page.append("<div id=\"").append(id(i)).append("\" class=\"letter").append(i == 0 ? " first" : "");
            page.append("\">").append(sheets.get(i).xhtml()).append("</div>\n");
        }
        try {
            Document document = parsed(page.append("</body></html>").toString());
            requireFlat(document, sheets);
            return document;
        } catch (SAXException e) {
            throw sheets.stream()
                    .map(LetterBatch::malformed)
                    .flatMap(List::stream)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("letters are XHTML one by one, not together", e));
        }
    }

    /** The style sheet goes in as it is, so it must not end its own element. */
    private static String head(String style) {
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><style>" + XhtmlEscape.escaped(style) + "\n"
                + OWN_PAGES + "</style></head><body>\n";
    }

    /** Layout goes as deep as the elements do, and would find the end of the stack. */
    private static void requireFlat(Document document, List<Sheet> sheets) {
        Node body = document.getDocumentElement().getLastChild();
        int sheet = 0;
        for (Node letter = body.getFirstChild(); letter != null; letter = letter.getNextSibling()) {
            if (letter.getNodeType() == Node.ELEMENT_NODE) {
                if (LetterText.depth(letter) > MAX_DEPTH) {
                    throw new TemplateException(
                            sheets.get(sheet).place(),
                            "has elements more than " + MAX_DEPTH + " deep inside each other",
                            "close what is open");
                }
                sheet++;
            }
        }
    }

    private static List<TemplateException> malformed(Sheet sheet) {
        try {
            parsed("<div>" + sheet.xhtml() + "</div>");
            return List.of();
        } catch (SAXException e) {
            String line = e instanceof SAXParseException parse ? ":" + parse.getLineNumber() : "";
            return List.of(new TemplateException(
                    sheet.path() + " (letter " + sheet.noticeNo() + line + ")",
                    "is not well-formed XHTML",
                    "close every element and quote every attribute"));
        }
    }

    private static Document parsed(String xhtml) throws SAXException {
        try {
            DocumentBuilder builder = parser();
            return builder.parse(new InputSource(new StringReader(xhtml)));
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("no XML parser that refuses document types", e);
        }
    }

    /** Lets errors be thrown instead of printed. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
