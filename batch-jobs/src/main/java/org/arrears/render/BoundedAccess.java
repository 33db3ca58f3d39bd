package org.arrears.render;

import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.SecureUberspector;
import org.apache.velocity.util.introspection.VelMethod;
import org.jspecify.annotations.Nullable;

/** Velocity's way to values without a way to Java; whatever can take long or grow large is held to the limits. */
public class BoundedAccess extends SecureUberspector {

    private static final Set<String> PATTERNS = Set.of("matches", "replaceAll", "replaceFirst", "split");
    private static final Set<String> WHOLE = Set.of(
            "toString", "hashCode", "toArray", "stream", "parallelStream", "spliterator", "iterator", "listIterator");

    @Override
    public @Nullable VelMethod getMethod(@Nullable Object target, String name, Object[] arguments, Info place) {
        if ((target instanceof Collection<?> || target instanceof Record) && WHOLE.contains(name)) {
            return null;
        }
        VelMethod method = super.getMethod(target, name, arguments, place);
        if (method == null) {
            return null;
        }
        boolean pattern = target instanceof String && PATTERNS.contains(name);
        return new BoundedMethod(method, pattern ? PatternCall::invoke : BoundedAccess::watched);
    }

    @Override
    public @Nullable Iterator<?> getIterator(@Nullable Object many, Info place) {
        Iterator<?> all = super.getIterator(many, place);
        return all == null ? null : RenderBudget.current().counted(all, place);
    }

    /** Calls a method and looks at its arguments and result. */
    private static @Nullable Object watched(VelMethod method, Object target, Object[] arguments)
            throws IllegalAccessException, InvocationTargetException {
        RenderBudget budget = RenderBudget.current();
        budget.spendTime();
        if (target instanceof String text) {
            requireHarmless(budget, method.getMethodName(), text, arguments);
        }
        Object result = method.invoke(target, arguments);
        budget.requireSmall(target);
        budget.requireSmall(result);
        return result;
    }

    private static void requireHarmless(RenderBudget budget, String name, String text, Object[] arguments) {
        if (name.equals("equals")) {
            return;
        }
        for (Object argument : arguments) {
            boolean texts = argument instanceof List<?> many && many.stream().allMatch(PrintableValue::isPrintable);
            if (!texts && !PrintableValue.isPrintable(argument)) {
                throw new LimitExceededException(
                        "\"" + name + "\" of a text is given a value that is none", "give it texts, numbers and flags");
            }
        }
        switch (name) {
            case "repeat" -> budget.requireSmall(text, ((Number) arguments[0]).longValue());
            case "format", "formatted" -> WideFormats.refuse(text, arguments);
            default -> {} // makes nothing much longer than it is given
        }
    }
}
