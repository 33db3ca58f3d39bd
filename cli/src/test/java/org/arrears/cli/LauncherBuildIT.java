package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the launchers build: an installation with programs of its own in the place of Java and Maven. */
class LauncherBuildIT {

    private static final Instant BUILT = Instant.parse("2026-09-30T00:00:00Z");
    private static final String MAVEN_CALLED = "maven-called";

    private final Path folder;
    private final Path root;

    LauncherBuildIT(@TempDir Path folder) {
        this.folder = folder;
        this.root = folder.resolve("installed here");
    }

    @BeforeEach
    void install() throws IOException {
        for (String script : List.of("arrears", "sample-data", "common.sh")) {
            Files.createDirectories(root.resolve("bin"));
            Files.copy(Path.of("..", "bin", script), root.resolve("bin").resolve(script));
        }
        file("cli/src/main/Arrears.java", BUILT.minusSeconds(1));
        file("templates/letters/demand.zh.vm", BUILT.minusSeconds(1));
        file("sample-data/src/main/SampleData.java", BUILT.minusSeconds(1));
        file("cli/target/arrears.jar", BUILT);
        file("sample-data/target/sample-data.jar", BUILT);
        Files.createDirectories(root.resolve("sample-data/target/lib"));
        program(
                "java/bin/java",
                "case $* in *-XshowSettings*) echo ' java.specification.version = 17' >&2;; esac; echo ran");
        program("maven/mvn", "echo \"$*\" >>\"" + root.resolve(MAVEN_CALLED) + "\"; : >cli/target/arrears.jar");
    }

    private void file(String name, Instant changed) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }

    private void program(String name, String script) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private Ended start(String launcher, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(
                        List.of("bash", root.resolve("bin").resolve(launcher).toString(), "--help")))
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        Map<String, String> variables = new HashMap<>(environment);
        builder.environment().keySet().removeIf(name -> name.startsWith("ARREARS_"));
        builder.environment().put("PATH", root.resolve("maven") + ":/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", root.resolve("java").toString());
        builder.environment().putAll(variables);
        int code = builder.start().waitFor();
        return new Ended(
                code, Files.readString(folder.resolve("out.txt")), Files.readString(folder.resolve("err.txt")));
    }

    private boolean builtAnew() {
        return Files.exists(root.resolve(MAVEN_CALLED));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            arrears,     templates/letters/demand.zh.vm
            arrears,     cli/src/main/Arrears.java
            sample-data, sample-data/src/main/SampleData.java
            """)
    void aTouchedSourceIsSaidInOneLineAndCallsNoMaven(String launcher, String touched) throws Exception {
        file(touched, BUILT.plusSeconds(60));
        var before = new Tree(root).bytesAndTimes();
        Ended ended = start(launcher, Map.of()).with(ExitCodes.DONE);
        assertFalse(builtAnew());
        assertEquals(
                launcher + ": built before " + root.toRealPath().resolve(touched)
                        + " was changed; ARREARS_BUILD=1 builds it anew\n",
                ended.err());
        assertEquals("ran\n", ended.out());
        assertEquals(before, new Tree(root).bytesAndTimes(), "an installation that is read only will do");
    }

    @Test
    void anInstallationThatIsUpToDateSaysNothing() throws Exception {
        assertEquals(new Ended(ExitCodes.DONE, "ran\n", ""), start("arrears", Map.of()));
        assertFalse(builtAnew());
    }

    @Test
    void itIsBuiltWhenThatIsAskedForAndOnlyThen() throws Exception {
        start("arrears", Map.of("ARREARS_BUILD", "")).with(ExitCodes.DONE);
        start("arrears", Map.of("ARREARS_BUILD", "0")).with(ExitCodes.DONE);
        assertFalse(builtAnew());
        start("arrears", Map.of("ARREARS_BUILD", "1")).with(ExitCodes.DONE);
        assertEquals("-B -q -Dquick package\n", Files.readString(root.resolve(MAVEN_CALLED)));
        Files.delete(root.resolve(MAVEN_CALLED));
        assertEquals("", start("arrears", Map.of()).with(ExitCodes.DONE).err());
        assertFalse(builtAnew());
    }

    @Test
    void itIsBuiltWhenThereIsNoJar() throws Exception {
        Files.delete(root.resolve("cli/target/arrears.jar"));
        Ended ended = start("arrears", Map.of()).with(ExitCodes.DONE);
        assertTrue(builtAnew());
        assertEquals("arrears: building, which takes a minute or more ...\n", ended.err());
        assertEquals("ran\n", ended.out());
    }

    @Test
    void aBuildThatFailsShowsItsEndAndStartsNothing() throws Exception {
        program("maven/mvn", "echo 'no such class'; exit 1");
        Ended ended = start("arrears", Map.of("ARREARS_BUILD", "1")).with(ExitCodes.FAILED);
        assertTrue(ended.err().endsWith("build.log:\nno such class\n"), ended.err());
        assertEquals("", ended.out());
    }

    @Test
    void withoutAJarAndSourcesItSaysSo() throws Exception {
        Files.delete(root.resolve("cli/target/arrears.jar"));
        Files.delete(root.resolve("cli/src/main/Arrears.java"));
        Files.delete(root.resolve("cli/src/main"));
        Files.delete(root.resolve("cli/src"));
        Ended ended = start("arrears", Map.of()).with(ExitCodes.FAILED);
        assertTrue(ended.err().startsWith("arrears: there is no "), ended.err());
        assertFalse(builtAnew());
    }
}
