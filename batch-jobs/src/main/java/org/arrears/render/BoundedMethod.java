package org.arrears.render;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.apache.velocity.util.introspection.VelMethod;
import org.jspecify.annotations.Nullable;

/** A method that a template calls within the limits of the call given. */
record BoundedMethod(VelMethod method, Call call) implements VelMethod {

    /** How a method is called so that nothing takes long or grows large. */
    interface Call {

        @Nullable
        Object invoke(VelMethod method, Object target, Object[] arguments)
                throws IllegalAccessException, InvocationTargetException;
    }

    @Override
    public @Nullable Object invoke(Object target, Object[] arguments)
            throws IllegalAccessException, InvocationTargetException {
        return call.invoke(method, target, arguments);
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
    public Method getMethod() {
        return method.getMethod();
    }

    @Override
    public Class<?> getReturnType() {
        return method.getReturnType();
    }
}
