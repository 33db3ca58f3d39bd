package org.arrears.contact.render;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.loader.ResourceLoader;
import org.apache.velocity.util.ExtProperties;

/** Velocity's way to a {@link TemplateRoot}, so that {@code #parse} and {@code #include} cannot leave it either. */
final class TemplateSource extends ResourceLoader {
    private final TemplateRoot root;

    TemplateSource(TemplateRoot root) {
        this.root = root;
    }

    @Override
    public void init(ExtProperties configuration) {
        setCachingOn(true);
    }

    @Override
    public Reader getResourceReader(String name, String encoding) {
        return root.open(name)
                .map(in -> new InputStreamReader(in, StandardCharsets.UTF_8))
                .orElseThrow(() -> new ResourceNotFoundException(name));
    }

    /** Templates are read once per run: all letters of a run come from the same text. */
    @Override
    public boolean isSourceModified(Resource resource) {
        return false;
    }

    @Override
    public long getLastModified(Resource resource) {
        return 0;
    }
}
