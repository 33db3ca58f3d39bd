package org.arrears.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.arrears.core.text.Shown;
import org.arrears.ingest.load.OpenRejectTable;
import org.arrears.ingest.load.OpenRejectTable.OpenReject;
import org.arrears.print.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code arrears rejects list}: what is open. */
@Command(
        name = "list",
        description = "The open rejects, oldest first: which row, whom it names, why it was rejected, since when.",
        mixinStandardHelpOptions = true)
final class RejectsListCommand implements Callable<Integer> {

    private static final String FORM = "%-8s %-12s %-22s %-28s %-26s %-10s %s%n";

    private final Console console;

    @Mixin
    private TextOrJson output = new TextOrJson();

    @Mixin
    private CommonOptions common = new CommonOptions();

    RejectsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Output result = output.chosen(console);
        List<OpenReject> open = Sessions.withExisting(
                console, common, database -> new OpenRejectTable(JdbcClient.create(database.dataSource())).open());
        if (result.json()) {
            result.printJson(open.stream().map(RejectsListCommand::json).toList());
        } else if (open.isEmpty()) {
            result.print("no rejects are open");
        } else {
            result.print(screen -> print(open, screen));
        }
        return ExitCodes.DONE;
    }

    private static Map<String, Object> json(OpenReject reject) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", reject.number());
        json.put("kind", reject.kind());
        json.put("key", reject.key());
        reject.loanNo().ifPresent(loanNo -> json.put("loan_no", loanNo));
        reject.customerNo().ifPresent(customerNo -> json.put("customer_no", customerNo));
        json.put("code", reject.code());
        json.put("file", reject.file());
        json.put("line", reject.line());
        json.put("since", reject.since().toString());
        return json;
    }

    private int print(List<OpenReject> open, Screen screen) {
        screen.printf(Locale.ROOT, FORM, "number", "kind", "key", "names", "code", "since", "row");
        for (OpenReject reject : open) {
            screen.printf(
                    Locale.ROOT,
                    FORM,
                    reject.number(),
                    reject.kind(),
                    Shown.word(reject.key()),
                    names(reject),
                    reject.code(),
                    reject.since(),
                    Shown.word(reject.file()) + ":" + reject.line());
        }
        long unnamed = open.stream().filter(one -> !one.namesSomebody()).count();
        if (unnamed > 0) {
            screen.printf(
                    Locale.ROOT,
                    "%s of %s name no loan and no customer that can be read: they keep nobody from"
                            + " letters or agencies%n",
                    Figures.grouped(unnamed),
                    Figures.grouped(open.size()));
        }
        screen.println(common.hints(console)
                .in("next     load the corrected rows (arrears ingest --in INBOX --rejects FILE.rows.csv), or:"
                        + " arrears rejects dismiss NUMBER --reason TEXT"));
        return open.size();
    }

    private static String names(OpenReject reject) {
        List<String> names = new ArrayList<>();
        reject.loanNo().ifPresent(loanNo -> names.add("loan " + Shown.word(loanNo)));
        reject.customerNo().ifPresent(customerNo -> names.add("customer " + Shown.word(customerNo)));
        return names.isEmpty() ? "-" : String.join(", ", names);
    }
}
