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
        return pattern ? new PatternMethod(method) : new Watched(method);
    }

    @Override
    public @Nullable Iterator<?> getIterator(@Nullable Object many, Info place) {
        Iterator<?> all = super.getIterator(many, place);
        return all == null ? null : RenderBudget.current().counted(all, place);
    }

    /** A method whose arguments and result are looked at. */
    private record Watched(VelMethod method) implements VelMethod {

        @Override
        public @Nullable Object invoke(Object target, Object[] arguments)
                throws IllegalAccessException, InvocationTargetException {
            RenderBudget budget = RenderBudget.current();
            budget.spendTime();
            if (target instanceof String text) {
                requireHarmless(budget, text, arguments);
            }
            Object result = method.invoke(target, arguments);
            budget.requireSmall(target);
            budget.requireSmall(result);
            return result;
        }

        private void requireHarmless(RenderBudget budget, String text, Object[] arguments) {
            if (method.getMethodName().equals("equals")) {
                return;
            }
            for (Object argument : arguments) {
                boolean texts =
                        argument instanceof List<?> many && many.stream().allMatch(PrintableValue::isPrintable);
                if (!texts && !PrintableValue.isPrintable(argument)) {
                    throw new LimitExceededException(
                            "\"" + method.getMethodName() + "\" of a text is given a value that is none",
                            "give it texts, numbers and flags");
                }
            }
            switch (method.getMethodName()) {
                case "repeat" -> budget.requireSmall(text, ((Number) arguments[0]).longValue());
                case "format", "formatted" -> WideFormats.refuse(text, arguments);
                default -> {} // makes nothing much longer than it is given
            }
        }

        @Override
        public boolean isCacheable() {
            return method.isCacheable();
        }

        @Override
        public String getMethodName() {
            return method.getMethodName();
        }

        @Override
        public java.lang.reflect.Method getMethod() {
            return method.getMethod();
        }

        @Override
        public Class<?> getReturnType() {
            return method.getReturnType();
        }
    }
}
