package org.arrears.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.arrears.core.text.Shown;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.ingest.OpenRejectTable;
import org.arrears.ingest.OpenRejectTable.OpenReject;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code arrears rejects}: rejected rows that nobody has mended. */
@Command(
        name = "rejects",
        description = "Rejected rows that nobody has mended: the loans they name are not acted on.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RejectsCommand.Listing.class, RejectsCommand.Dismiss.class})
final class RejectsCommand {

    /** Lists what is open. */
    @Command(
            name = "list",
            description = "The open rejects, oldest first: which row, whom it names, why it was rejected, since when.",
            mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {

        private static final String FORM = "%-8s %-12s %-22s %-28s %-26s %-10s %s%n";

        private final Surroundings world;

        @Mixin
        private CommonOptions common = new CommonOptions();

        Listing(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            List<OpenReject> open = Sessions.withDatabase(
                    world, common, database -> new OpenRejectTable(JdbcClient.create(database.dataSource())).open());
            if (common.json()) {
                world.out()
                        .println(JsonMapper.shared()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(
                                        open.stream().map(Listing::json).toList()));
            } else if (open.isEmpty()) {
                world.out().println("no rejects are open");
            } else {
                print(open);
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

        private void print(List<OpenReject> open) {
            world.out().printf(Locale.ROOT, FORM, "number", "kind", "key", "names", "code", "since", "row");
            for (OpenReject reject : open) {
                world.out()
                        .printf(
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
                world.out()
                        .printf(
                                Locale.ROOT,
                                "%,d of %,d name no loan and no customer that can be read: they keep nobody from"
                                        + " letters or agencies%n",
                                unnamed,
                                open.size());
            }
            world.out()
                    .println("next     load the corrected rows (arrears ingest --rejects FILE.rows.csv), or:"
                            + " arrears rejects dismiss NUMBER --reason TEXT");
        }

        private static String names(OpenReject reject) {
            List<String> names = new ArrayList<>();
            reject.loanNo().ifPresent(loanNo -> names.add("loan " + Shown.word(loanNo)));
            reject.customerNo().ifPresent(customerNo -> names.add("customer " + Shown.word(customerNo)));
            return names.isEmpty() ? "-" : String.join(", ", names);
        }
    }

    /** Closes rejects that will not be mended. */
    @Command(
            name = "dismiss",
            description = "Close rejects that will not be mended: their loans are acted on again, and the same rows"
                    + " rejected again stay closed.",
            mixinStandardHelpOptions = true)
    static final class Dismiss implements Callable<Integer> {

        private final Surroundings world;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "NUMBER", arity = "1..*", description = "As in rejects list.")
        private List<Long> numbers = new ArrayList<>();

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept with the row.")
        private String reason = "";

        @Option(names = "--dry-run", description = "Only say what would be closed.")
        private boolean dryRun;

        @Mixin
        private CommonOptions common = new CommonOptions();

        Dismiss(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            if (reason.isBlank()) {
                throw new ParameterException(
                        spec.commandLine(), "--reason is empty: say why the rows will not be mended");
            }
            return Sessions.withDatabase(world, common, database -> {
                OpenRejectTable table = new OpenRejectTable(JdbcClient.create(database.dataSource()));
                List<OpenReject> chosen = chosen(table.open());
                if (!dryRun) {
                    table.dismiss(numbers, reason.strip());
                }
                print(chosen);
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
            return open.stream()
                    .filter(reject -> numbers.contains(reject.number()))
                    .toList();
        }

        private void print(List<OpenReject> chosen) {
            if (common.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("dismissed", dryRun ? List.of() : numbers(chosen));
                json.put("would_be_dismissed", dryRun ? numbers(chosen) : List.of());
                world.out().println(JsonMapper.shared().writeValueAsString(json));
                return;
            }
            for (OpenReject reject : chosen) {
                world.out()
                        .println((dryRun ? "would close " : "closed ") + reject.number() + "  " + reject.kind() + " "
                                + Shown.word(reject.key()) + "  " + reject.code());
            }
        }

        private static List<Long> numbers(List<OpenReject> rejects) {
            return rejects.stream().map(OpenReject::number).toList();
        }
    }
}
