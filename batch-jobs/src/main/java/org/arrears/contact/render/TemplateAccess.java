package org.arrears.contact.render;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.apache.velocity.runtime.directive.ForeachScope;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;
import org.arrears.render.BoundedAccess;
import org.jspecify.annotations.Nullable;

/** What templates may touch: the notice records, {@code $format}, lists, text and numbers; nothing else of Java. */
public final class TemplateAccess extends BoundedAccess {
    private static final String VIEWS = LetterFormat.class.getPackageName();

    @Override
    public @Nullable VelMethod getMethod(@Nullable Object target, String name, Object[] arguments, Info place) {
        return open(target) && !name.equals("getClass") ? super.getMethod(target, name, arguments, place) : null;
    }

    /** Reads {@code $loan.loanNo} through the record's accessor, since records have no getters. */
    @Override
    public @Nullable VelPropertyGet getPropertyGet(@Nullable Object target, String name, Info place) {
        if (!open(target) || name.equals("class")) {
            return null;
        }
        VelMethod accessor = target instanceof Record ? super.getMethod(target, name, new Object[0], place) : null;
        return accessor == null ? super.getPropertyGet(target, name, place) : new Accessor(accessor);
    }

    @Override
    public @Nullable VelPropertySet getPropertySet(Object target, String name, Object value, Info place) {
        return null;
    }

    private static boolean open(@Nullable Object target) {
        return target instanceof String
                || target instanceof Number
                || target instanceof Boolean
                || target instanceof List<?>
                || target instanceof ForeachScope
                || target instanceof LetterFormat
                || (target instanceof Record
                        && target.getClass().getPackageName().equals(VIEWS));
    }

    private record Accessor(VelMethod method) implements VelPropertyGet {
        @Override
        public Object invoke(Object target) throws IllegalAccessException, InvocationTargetException {
            return method.invoke(target, new Object[0]);
        }

        @Override
        public boolean isCacheable() {
            return method.isCacheable();
        }

        @Override
        public String getMethodName() {
            return method.getMethodName();
        }
    }
}
