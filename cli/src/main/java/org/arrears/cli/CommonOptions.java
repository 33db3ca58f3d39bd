package org.arrears.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.arrears.db.DatabaseAddress;
import org.arrears.db.DatabaseUrl;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.guard.Ownership;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that uses a database; flag, then environment, then arrears.properties, then default. */
final class CommonOptions {

    enum Output {
        TEXT,
        JSON,
        HTML
    }

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "PostgreSQL 15 or newer, jdbc:postgresql://HOST:PORT/NAME (ARREARS_DB_URL; user and password"
                    + " from ARREARS_DB_USER, ARREARS_DB_PASSWORD_FILE or ~/.pgpass). None: one in home.")
    private Optional<String> db = Optional.empty();

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Embedded database and run records (ARREARS_HOME; default ./.arrears).")
    private Optional<Path> home = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--output",
            paramLabel = "FORM",
            description = "Form of the result: text (default), json; explain also html.")
    private Output output = Output.TEXT;

    @Option(names = "--quiet", description = "No progress on stderr.")
    private boolean quiet;

    @Option(names = "--no-color", description = "No colours (also NO_COLOR).")
    private boolean noColor;

    private boolean embedded;

    /** Returns options for the embedded database in a folder, whatever the environment says. */
    static CommonOptions of(Path home, Output output, boolean quiet) {
        CommonOptions options = new CommonOptions();
        options.home = Optional.of(home);
        options.output = output;
        options.quiet = quiet;
        options.embedded = true;
        return options;
    }

    /** Returns the home folder, which nobody else may own or change: what is in it is believed and run. */
    Path home(Surroundings world) {
        Path folder = home.or(() -> Optional.ofNullable(world.environment().get("ARREARS_HOME"))
                        .map(Path::of))
                .orElse(Path.of(".arrears"));
        Ownership.requireOwn("home", folder);
        return folder;
    }

    /** Returns where the database is, from the first place that says so. */
    DatabaseAddress address(Surroundings world) {
        Path folder = home(world);
        if (embedded) {
            return new DatabaseAddress(Optional.empty(), Optional.empty(), Optional.empty(), folder);
        }
        Path settings = folder.resolve("arrears.properties");
        Properties file = properties(settings);
        Optional<DatabaseUrl> url =
                flag().or(() -> setting(world, file, "ARREARS_DB_URL", "db.url").map(DatabaseUrl::of));
        Optional<Path> passwordFile = setting(world, file, "ARREARS_DB_PASSWORD_FILE", "db.password-file")
                .map(Path::of);
        Map<String, String> secrets = url.map(DatabaseUrl::secrets).orElse(Map.of());
        if (!DatabaseUrl.of(file.getProperty("db.url", "")).secrets().isEmpty()) {
            Ownership.requirePrivate("settings with a password", settings);
        }
        if (url.isPresent() && passwordFile.isEmpty() && !secrets.containsKey("password")) {
            Ownership.requirePrivate("password file", driversPasswordFile(world));
        }
        return new DatabaseAddress(
                url.map(DatabaseUrl::text),
                setting(world, file, "ARREARS_DB_USER", "db.user"),
                passwordFile,
                folder,
                secrets);
    }

    /** A command line can be read by every user of the machine. */
    private Optional<DatabaseUrl> flag() {
        Optional<DatabaseUrl> url = db.map(DatabaseUrl::of);
        if (url.filter(given -> !given.secrets().isEmpty()).isPresent()) {
            throw new ArrearsException(
                    FailureKind.CONFIGURATION_INVALID,
                    "--db " + url.get() + " came with a password, which every user of this machine can read in the list"
                            + " of processes: put it into a file of mode 0600 and name that in"
                            + " ARREARS_DB_PASSWORD_FILE, or into ~/.pgpass");
        }
        return url;
    }

    private static Path driversPasswordFile(Surroundings world) {
        return Optional.ofNullable(world.environment().get("PGPASSFILE"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home", "."), ".pgpass"));
    }

    private static Optional<String> setting(Surroundings world, Properties file, String variable, String key) {
        return Optional.ofNullable(world.environment().get(variable))
                .filter(value -> !value.isEmpty())
                .or(() -> Optional.ofNullable(file.getProperty(key)));
    }

    private static Properties properties(Path path) {
        Properties properties = new Properties();
        if (Files.isRegularFile(path)) {
            Ownership.requireOwn("settings", path);
            try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException broken) {
                throw new ArrearsException(
                        FailureKind.CONFIGURATION_INVALID, path + " cannot be read: " + broken.getMessage(), broken);
            }
            for (String key : properties.stringPropertyNames()) {
                if (!key.matches("db\\.(url|user|password-file)")) {
                    throw new ArrearsException(
                            FailureKind.CONFIGURATION_INVALID,
                            path + ": \"" + key + "\" is no setting; allowed: db.url, db.user, db.password-file");
                }
            }
        }
        return properties;
    }

    /** Says whether the result is wanted as JSON; refuses a form that the command does not have. */
    boolean json() {
        if (output == Output.HTML) {
            throw new ParameterException(command.commandLine(), "--output html is only for explain");
        }
        return output == Output.JSON;
    }

    Output output() {
        return output;
    }

    boolean quiet() {
        return quiet;
    }

    boolean color(Surroundings world) {
        return !noColor && world.terminal() && !world.environment().containsKey("NO_COLOR");
    }
}
