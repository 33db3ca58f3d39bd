package org.arrears.contact.letter;

import org.arrears.contact.proof.FlowText;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** The text of letters as their XHTML has it, without comments, attributes and styles. */
final class LetterText {

    private LetterText() {}

    /** Adds the text of one letter of a document. */
    static FlowText of(Document letters, int index, FlowText text) {
        Node node = letters.getDocumentElement().getLastChild().getFirstChild();
        int seen = 0;
        while (node.getNodeType() != Node.ELEMENT_NODE || seen++ < index) {
            node = node.getNextSibling();
        }
        add(node, text);
        return text;
    }

    private static void add(Node node, FlowText text) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child.getNodeType()) {
                case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> text.add(child.getNodeValue());
                case Node.ELEMENT_NODE -> {
                    text.cut();
                    if (!"style".equals(child.getLocalName())) {
                        add(child, text);
                    }
                    text.cut();
                }
                default -> {} // comments and instructions are no text
            }
        }
    }

    /** How many elements are inside each other, counted without going into them by calls. */
    static int depth(Node top) {
        int depth = 0;
        int deepest = 0;
        Node node = top;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                deepest = Math.max(deepest, depth);
            } else {
                while (node != null && node != top && node.getNextSibling() == null) {
                    node = node.getParentNode();
                    depth--;
                }
                node = node == null || node == top ? null : node.getNextSibling();
            }
        }
        return deepest;
    }
}
