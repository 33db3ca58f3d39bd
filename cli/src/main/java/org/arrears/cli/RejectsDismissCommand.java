package org.arrears.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.arrears.core.text.Shown;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.ingest.load.OpenRejectTable;
import org.arrears.ingest.load.OpenRejectTable.OpenReject;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code arrears rejects dismiss}: closes rejects that will not be mended. */
@Command(
        name = "dismiss",
        description = "Close rejects that will not be mended: their loans are acted on again, and the same rows"
                + " rejected again stay closed.",
        mixinStandardHelpOptions = true)
final class RejectsDismissCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "NUMBER", arity = "1..*", description = "As in rejects list.")
    private List<Long> numbers = new ArrayList<>();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept with the row.")
    private String reason = "";

    @Option(names = "--dry-run", description = "Only say what would be closed.")
    private boolean dryRun;

    @Mixin
    private SummaryForm form = new SummaryForm();

    @Mixin
    private CommonOptions common = new CommonOptions();

    RejectsDismissCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw new WrongUsageException("--reason is empty: say why the rows will not be mended");
        }
        boolean json = form.json(console);
        return Sessions.withExisting(console, common, database -> {
            OpenRejectTable table = new OpenRejectTable(JdbcClient.create(database.dataSource()));
            List<OpenReject> chosen = chosen(table.open());
            if (!dryRun) {
                table.dismiss(numbers, reason.strip());
            }
            print(chosen, json);
            return ExitCodes.DONE;
        });
    }

    /** Returns the rejects of the numbers; if one of them is not open, nothing is done. */
    private List<OpenReject> chosen(List<OpenReject> open) {
        Set<Long> known = open.stream().map(OpenReject::number).collect(Collectors.toSet());
        String unknown = numbers.stream()
                .filter(number -> !known.contains(number))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new ArrearsException(
                    FailureKind.INPUT_REFUSED,
                    "no open reject has the number " + unknown + ": see arrears rejects list; nothing was closed");
        }
        return open.stream().filter(reject -> numbers.contains(reject.number())).toList();
    }

    private void print(List<OpenReject> chosen, boolean json) {
        if (json) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("dismissed", dryRun ? List.of() : numbers(chosen));
            values.put("would_be_dismissed", dryRun ? numbers(chosen) : List.of());
            console.out().println(JsonMapper.shared().writeValueAsString(values));
            return;
        }
        for (OpenReject reject : chosen) {
            console.out()
                    .println((dryRun ? "would close " : "closed ") + reject.number() + "  " + reject.kind() + " "
                            + Shown.word(reject.key()) + "  " + reject.code());
        }
    }

    private static List<Long> numbers(List<OpenReject> rejects) {
        return rejects.stream().map(OpenReject::number).toList();
    }
}
