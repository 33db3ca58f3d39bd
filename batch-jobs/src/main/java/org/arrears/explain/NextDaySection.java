package org.arrears.explain;

import java.util.List;
import org.arrears.core.money.Dues;
import org.arrears.core.replay.Derivation;
import org.arrears.core.replay.NextDay;
import org.arrears.explain.Explanation.Column;
import org.arrears.explain.Explanation.Section;
import org.arrears.explain.Explanation.Table;
import org.arrears.print.Figures;

/** What one more day with nothing paid adds, installment by installment. */
final class NextDaySection {

    private static final List<Column> COLUMNS =
            List.of(Column.right("no."), Column.right("days"), Column.right("penalty 罚息"), Column.right("compound 复利"));

    private NextDaySection() {}

    static Section of(Derivation derivation, LoanFigures figures) {
        String title = "One more day";
        if (derivation.nextDay().isEmpty()) {
            return new Section(title, List.of("The next day adds nothing."), List.of());
        }
        List<NextDay> next = derivation.nextDay();
        Table table = Table.of(
                COLUMNS,
                next.stream().map(day -> row(day, figures)).toList(),
                row("total", "", Dues.sum(next, NextDay::added), figures));
        String line = "With nothing paid, " + Figures.day(derivation.asOf().plusDays(1)) + " begins with "
                + figures.money(derivation.assessment().amounts().dailyAccrual()) + " more.";
        return new Section(title, List.of(line), List.of(table));
    }

    private static List<String> row(NextDay day, LoanFigures figures) {
        return row(Integer.toString(day.seq()), Long.toString(day.days()), day.added(), figures);
    }

    private static List<String> row(String seq, String days, Dues added, LoanFigures figures) {
        return List.of(seq, days, figures.amount(added.penalty()), figures.amount(added.compound()));
    }
}
