package org.arrears.contact.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.exception.ExtendedParseException;
import org.apache.velocity.exception.MacroOverflowException;
import org.apache.velocity.exception.MethodInvocationException;
import org.apache.velocity.exception.ParseErrorException;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.exception.VelocityException;
import org.arrears.render.LimitExceededException;

/** Says in the words of templates why one could not be rendered; whatever it is, the template is at fault. */
final class TemplateFault {

    private static final Pattern UNSET_VARIABLE = Pattern.compile("^Variable (\\$\\S+) has not been set");
    private static final Pattern MACRO = Pattern.compile("exceeded in macro '([^']*)'");

    private TemplateFault() {}

    static TemplateException of(TemplateRoot root, String path, Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof TemplateException known) {
                return known;
            }
            if (cause instanceof LimitExceededException limit) {
                return new TemplateException(place(root, path, limit), limit.rule(), limit.nextStep());
            }
        }
        if (failed instanceof MethodInvocationException method) {
            return undefined(path, method);
        }
        if (failed instanceof ParseErrorException parse) {
            return unreadable(parse.getTemplateName(), parse.getLineNumber());
        }
        if (failed instanceof ExtendedParseException parse) {
            return unreadable(parse.getTemplateName(), parse.getLineNumber());
        }
        return other(path, failed);
    }

    private static String place(TemplateRoot root, String path, LimitExceededException limit) {
        String template = limit.template().isEmpty() ? path : limit.template();
        int line = limit.line() > 0 ? limit.line() : root.lineWith(template, limit.words());
        return line > 0 ? template + ":" + line : template;
    }

    private static TemplateException unreadable(String template, int line) {
        return new TemplateException(template + ":" + line, "is not a template Velocity can read", "correct this line");
    }

    private static TemplateException other(String path, Throwable failed) {
        if (failed instanceof ResourceNotFoundException) {
            return new TemplateException(
                    path, "takes in a file that is missing: " + failed.getMessage(), "add that file");
        }
        if (failed instanceof StackOverflowError || failed instanceof MacroOverflowException) {
            Matcher macro = MACRO.matcher(String.valueOf(failed.getMessage()));
            String name = macro.find() ? ": #" + macro.group(1) : "";
            return new TemplateException(
                    path, "nests too deep" + name, "let no macro call itself, and keep expressions short");
        }
        if (failed instanceof OutOfMemoryError) {
            return new TemplateException(path, "needs more memory than there is", "make its loops and texts end");
        }
        String said = failed instanceof VelocityException ? ": " + failed.getMessage() : "";
        return new TemplateException(path, "cannot be rendered" + said, "correct the template");
    }

    /** Strict mode names what is unknown; a method that is known and fails has thrown something. */
    private static TemplateException undefined(String path, MethodInvocationException method) {
        String place =
                (method.getTemplateName() == null ? path : method.getTemplateName()) + ":" + method.getLineNumber();
        Matcher variable = UNSET_VARIABLE.matcher(String.valueOf(method.getMessage()));
        String name = variable.find() ? variable.group(1) : method.getMethodName();
        if (method.getCause() != null) {
            return new TemplateException(
                    place,
                    "\"" + name + "\" cannot be worked out with these values",
                    "correct what it is given, and think of empty texts");
        }
        return new TemplateException(
                place,
                "\"" + name + "\" is not defined for a notice",
                "correct the name; docs/manual/templates.md lists what there is");
    }
}
