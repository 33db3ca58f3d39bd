package org.arrears.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.runtime.resource.loader.StringResourceLoader;
import org.apache.velocity.util.introspection.SecureUberspector;
import org.slf4j.helpers.NOPLogger;

/** Renders a report as one self-contained HTML page, strictly and with every value escaped. */
final class HtmlPage {

    private static final String TEMPLATE = "/org/arrears/templates/reports/report.vm";

    private final VelocityEngine engine = engine();

    void print(ReportPage page, Writer out) throws IOException {
        VelocityContext context = new VelocityContext();
        context.put("page", page);
        EventCartridge escaping = new EventCartridge();
        escaping.addReferenceInsertionEventHandler(
                (reading, reference, value) -> value == null ? null : escaped(value.toString()));
        escaping.attachToContext(context);
        try (InputStream in = HtmlPage.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("the template " + TEMPLATE + " is missing in the installation");
            }
            Reader template = new InputStreamReader(in, StandardCharsets.UTF_8);
            engine.evaluate(context, out, "report.vm", template);
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static VelocityEngine engine() {
        Properties settings = new Properties();
        settings.put("resource.loaders", "none"); // the template is handed in; no other can be named
        settings.put("resource.loader.none.class", StringResourceLoader.class.getName());
        settings.put("introspector.uberspect.class", SecureUberspector.class.getName());
        settings.put("runtime.strict_mode.enable", "true");
        settings.put("velocimacro.arguments.strict", "true");
        settings.put("velocimacro.library.path", "");
        settings.put("runtime.log.instance", NOPLogger.NOP_LOGGER);
        VelocityEngine engine = new VelocityEngine(settings);
        engine.init();
        return engine;
    }
}
