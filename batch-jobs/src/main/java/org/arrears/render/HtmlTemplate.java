package org.arrears.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.resource.loader.StringResourceLoader;
import org.arrears.core.text.Shown;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.NOPLogger;

/** A bundled template of a self-contained HTML page: strict, without a way to Java, every inserted value escaped. */
public final class HtmlTemplate {

    private static final String FOLDER = "/org/arrears/templates/reports/";
    private static final VelocityEngine ENGINE = engine();

    /** A report of a large lender is long, yet it ends. */
    private static final RenderLimits LIMITS = new RenderLimits(Duration.ofMinutes(2), 10_000_000, 200_000_000);

    private final String file;

    /** Names a template by its file in {@code templates/reports}. */
    public HtmlTemplate(String file) {
        this.file = file;
    }

    /** Prints the page that the template makes of one value. */
    public void print(String name, Object value, Writer out) throws IOException {
        try (InputStream in = HtmlTemplate.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the template " + file + " is missing in the installation");
            }
            print(name, value, new InputStreamReader(in, StandardCharsets.UTF_8), out);
        }
    }

    /** Prints with the text of a template; whatever goes wrong in it is the fault of who wrote it. */
    public void print(String name, Object value, Reader template, Writer out) {
        try (RenderBudget budget = RenderBudget.begin(LIMITS)) {
            BoundedContext context = new BoundedContext(budget, HtmlTemplate::escaped);
            context.put(name, value);
            ENGINE.evaluate(context, new BoundedText(out, budget), file, template);
        } catch (LimitExceededException exceeded) {
            String line = exceeded.line() > 0 ? ":" + exceeded.line() : "";
            throw fault(line, exceeded.getMessage(), exceeded);
        } catch (VelocityException wrong) {
            throw fault("", "cannot be rendered: " + wrong.getMessage(), wrong);
        } catch (StackOverflowError deep) {
            throw fault("", "nests too deep; let no macro or text call itself", deep);
        }
    }

    private ArrearsException fault(String line, @Nullable String said, Throwable cause) {
        return new ArrearsException(
                FailureKind.CONFIGURATION_INVALID, "templates/reports/" + file + line + ": " + said, cause);
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
        settings.put("introspector.uberspect.class", BoundedAccess.class.getName());
        settings.put("runtime.strict_mode.enable", "true");
        settings.put("velocimacro.arguments.strict", "true");
        settings.put("velocimacro.library.path", "");
        settings.put("runtime.log.instance", NOPLogger.NOP_LOGGER);
        VelocityEngine engine = new VelocityEngine(settings);
        engine.init();
        return engine;
    }
}
