package org.arrears;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Set;

/** The ways to make a file whose mode depends on the umask: only {@code PrivateFiles} may go them. */
final class DisclosedFiles {

    private static final Set<String> METHODS = Set.of(
            "copy",
            "createDirectories",
            "createDirectory",
            "createFile",
            "newBufferedWriter",
            "newByteChannel",
            "newOutputStream",
            "write",
            "writeString");

    private static final Set<Class<?>> WRITERS =
            Set.of(FileWriter.class, RandomAccessFile.class, FileOutputStream.class);

    private DisclosedFiles() {}

    static ArchRule rule() {
        return ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.arrears.disk.PrivateFiles")
                .should()
                .accessTargetWhere(describe("a file is made with the rights of the umask", DisclosedFiles::makesAFile))
                .because("outputs are 0600 and folders 0700: make them with PrivateFiles");
    }

    private static boolean makesAFile(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        boolean opens = target.getOwner().isEquivalentTo(FileChannel.class)
                && target.getName().equals("open");
        boolean constructs = target.getName().equals("<init>")
                && WRITERS.stream().anyMatch(writer -> target.getOwner().isEquivalentTo(writer));
        return opens
                || constructs
                || (target.getOwner().isEquivalentTo(Files.class) && METHODS.contains(target.getName()));
    }
}
