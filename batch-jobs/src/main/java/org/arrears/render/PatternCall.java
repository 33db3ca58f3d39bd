package org.arrears.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.velocity.util.introspection.VelMethod;

/** The methods of a text that take a regular expression, which can run for ever: they look at the time. */
final class PatternCall {

    private PatternCall() {}

    static Object invoke(VelMethod method, Object target, Object[] arguments) {
        RenderBudget budget = RenderBudget.current();
        CharSequence text = new TimedChars(String.valueOf(target), budget);
        try {
            Pattern pattern = Pattern.compile(String.valueOf(arguments[0]));
            Matcher matcher = pattern.matcher(text);
            Object result = switch (method.getMethodName()) {
                case "matches" -> matcher.matches();
                case "replaceAll" -> matcher.replaceAll(String.valueOf(arguments[1]));
                case "replaceFirst" -> matcher.replaceFirst(String.valueOf(arguments[1]));
                default -> pattern.split(text, arguments.length > 1 ? ((Number) arguments[1]).intValue() : 0);
            };
            budget.requireSmall(result);
            return result;
        } catch (PatternSyntaxException | IndexOutOfBoundsException wrong) {
            throw new LimitExceededException(
                    "\"" + method.getMethodName() + "\" is given a pattern that is none", "correct the pattern");
        }
    }

    /** A text that looks at the time when its characters are read. */
    private static final class TimedChars implements CharSequence {

        private static final int LOOK_EVERY = 1 << 10;

        private final String text;
        private final RenderBudget budget;
        private int reads;

        TimedChars(String text, RenderBudget budget) {
            this.text = text;
            this.budget = budget;
        }

        @Override
        public char charAt(int index) {
            reads++;
            if (reads % LOOK_EVERY == 0) {
                budget.spendTime();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
