package org.arrears.ingest.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.arrears.core.policy.PolicyIssue;
import org.arrears.core.policy.PolicyIssues;
import org.arrears.core.policy.PolicyText;
import org.arrears.core.policy.ValueKind;
import org.arrears.core.policy.YamlSection;
import org.arrears.core.policy.YamlTree;
import org.arrears.disk.ReadFault;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.guard.Ownership;
import org.arrears.ingest.kind.FileKinds;
import org.arrears.run.FileDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a mapping file as strictly as a policy: every key known, every value checked, every error with its line. */
public final class MappingReader {

    private static final Logger LOG = LoggerFactory.getLogger(MappingReader.class);
    private static final int MOST_BYTES = 1 << 20;
    private static final ValueKind<PassOver> PASS_OVER = ValueKind.of(
            PassOver::parse,
            "is no pattern of names in the inbox",
            "a name like readme.txt or *.pdf, or a folder like done/; not everything");

    private final FileKinds kinds;
    private final String fileName;

    private MappingReader(FileKinds kinds, String fileName) {
        this.kinds = kinds;
        this.fileName = fileName;
    }

    /** Reads the mapping given, else the inbox's own, else the one beside the inbox; none is no error. */
    public static Mapping forInbox(Optional<Path> given, Path inbox) {
        if (given.isPresent()) {
            return read(given.get());
        }
        Path inside = inbox.resolve(Mapping.FILE_NAME);
        Path beside = inbox.toAbsolutePath().normalize().resolveSibling(Mapping.FILE_NAME);
        if (Files.exists(inside)) {
            return read(inside);
        }
        return Files.exists(beside) ? read(beside) : Mapping.NONE;
    }

    /** Reads a mapping file; refuses an invalid one with all that is wrong in it. */
    public static Mapping read(Path path) {
        try {
            if (!Files.isRegularFile(path)) {
                throw new IOException(Files.exists(path) ? "it is no plain file" : "there is no such file");
            }
            Ownership.doubt(path).ifPresent(LOG::warn);
            try (InputStream in = Files.newInputStream(path)) {
                return parse(in.readNBytes(MOST_BYTES + 1), path.toString()).readFrom(path);
            }
        } catch (IOException unreadable) {
            throw new ArrearsException(
                    FailureKind.CONFIGURATION_INVALID,
                    "mapping file " + path + " cannot be read: " + ReadFault.why(unreadable),
                    unreadable);
        }
    }

    public static Mapping parse(byte[] yaml, String fileName) {
        return parse(yaml, fileName, FileKinds.OURS);
    }

    public static Mapping parse(byte[] yaml, String fileName, FileKinds kinds) {
        PolicyIssues issues = new PolicyIssues(fileName);
        Optional<Mapping> mapping = PolicyText.of(yaml, issues)
                .flatMap(text -> YamlTree.of(text, issues, "a mapping"))
                .map(node -> new MappingReader(kinds, fileName)
                        .mapping(YamlSection.top(node, issues), FileDigest.ofBytes(yaml)));
        List<PolicyIssue> errors = issues.errors();
        if (mapping.isEmpty() || !errors.isEmpty()) {
            throw new ArrearsException(
                    FailureKind.CONFIGURATION_INVALID,
                    "the mapping is invalid, nothing was loaded:\n"
                            + errors.stream().map(PolicyIssue::toString).collect(Collectors.joining("\n")));
        }
        return mapping.get();
    }

    private Mapping mapping(YamlSection top, String sha256) {
        top.require("mapping", ValueKind.policyName(), "");
        List<PassOver> passOver = top.list("pass-over", PASS_OVER, List.of());
        boolean onlyPassesOver = top.has("pass-over") && !top.has("files");
        List<YamlSection> sections = onlyPassesOver ? List.of() : top.requireSections("files");
        List<FileMapping> files = sections.stream()
                .map(section -> new FileMappingReader(kinds, section).read(fileName + ":" + section.line()))
                .toList();
        top.refuseUnknownKeys();
        return new Mapping(kinds, sha256, files, passOver);
    }
}
