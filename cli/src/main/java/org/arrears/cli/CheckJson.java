package org.arrears.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.arrears.ingest.check.CheckedFile;
import org.arrears.ingest.check.CheckedInbox;
import tools.jackson.databind.json.JsonMapper;

/** Prints what a check found for programs. */
final class CheckJson {

    private CheckJson() {}

    static String of(List<CheckedInbox> inboxes, List<CheckedFile> files, int exitCode) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("exit_code", exitCode);
        json.put("files", files.stream().map(CheckJson::file).toList());
        json.put(
                "passed_over",
                inboxes.stream().flatMap(inbox -> inbox.passedOver().stream()).toList());
        json.put(
                "refused",
                inboxes.stream()
                        .flatMap(inbox -> inbox.refusal().stream())
                        .map(CheckedFile.Refusal::message)
                        .collect(Collectors.joining("\n")));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private static Map<String, Object> file(CheckedFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.name());
        json.put("kind", file.kind().code());
        json.put("rows", file.rows());
        json.put("accepted", file.accepted());
        json.put("rejected", file.rejected());
        json.put("repeated", file.repeated());
        Map<String, String> sums = new LinkedHashMap<>();
        file.sums().forEach((column, sum) -> sums.put(column, sum.toPlainString()));
        json.put("sums", sums);
        json.put("sample_rows", file.samples());
        json.put("rejects", file.rejects());
        json.put("notes", file.notes());
        json.put("refused", file.refusal().map(CheckedFile.Refusal::message).orElse(""));
        return json;
    }
}
