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
import org.arrears.core.policy.Shown;
import org.slf4j.helpers.NOPLogger;

/** A bundled template of a self-contained HTML page: strict, without a way to Java, every inserted value escaped. */
public final class HtmlTemplate {

    private static final String FOLDER = "/org/arrears/templates/reports/";
    private static final VelocityEngine ENGINE = engine();

    private final String file;

    /** Names a template by its file in {@code templates/reports}. */
    public HtmlTemplate(String file) {
        this.file = file;
    }

    /** Prints the page that the template makes of one value. */
    public void print(String name, Object value, Writer out) throws IOException {
        VelocityContext context = new VelocityContext();
        context.put(name, value);
        EventCartridge escaping = new EventCartridge();
        escaping.addReferenceInsertionEventHandler(
                (reading, reference, inserted) -> inserted == null ? null : escaped(inserted.toString()));
        escaping.attachToContext(context);
        try (InputStream in = HtmlTemplate.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the template " + file + " is missing in the installation");
            }
            Reader template = new InputStreamReader(in, StandardCharsets.UTF_8);
            ENGINE.evaluate(context, out, file, template);
        }
    }

    static String escaped(String text) {
        return Shown.harmless(text)
                .replace("&", "&amp;")
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
