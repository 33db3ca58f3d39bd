package org.arrears.report.explain;

import java.io.StringWriter;
import java.util.Properties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader;
import org.apache.velocity.util.introspection.SecureUberspector;
import org.jspecify.annotations.Nullable;

/** A Velocity template of an HTML page: strict, without a way to Java, every inserted value escaped. */
final class PageTemplate {

    private final VelocityEngine engine;
    private final String resource;

    PageTemplate(String resource) {
        this.resource = resource;
        this.engine = engine();
    }

    String render(String name, Object value) {
        VelocityContext context = new VelocityContext();
        context.put(name, value);
        EventCartridge cartridge = new EventCartridge();
        ReferenceInsertionEventHandler escape = PageTemplate::escape;
        cartridge.addReferenceInsertionEventHandler(escape);
        cartridge.attachToContext(context);
        StringWriter page = new StringWriter();
        engine.getTemplate(resource).merge(context, page);
        return page.toString();
    }

    private static @Nullable Object escape(Context context, String reference, @Nullable Object value) {
        return value == null ? null : escaped(value.toString());
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
        settings.put("resource.loaders", "classpath");
        settings.put("resource.loader.classpath.class", ClasspathResourceLoader.class.getName());
        settings.put("resource.loader.classpath.cache", "true");
        settings.put("resource.default_encoding", "UTF-8");
        settings.put("resource.manager.log_when_found", "false");
        settings.put("introspector.uberspect.class", SecureUberspector.class.getName());
        settings.put("runtime.strict_mode.enable", "true");
        settings.put("velocimacro.library.path", "");
        VelocityEngine engine = new VelocityEngine(settings);
        engine.init();
        return engine;
    }
}
