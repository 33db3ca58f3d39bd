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
import picocli.CommandLine.Option;

/** The options of every command that uses a database; flag, then environment, then arrears.properties, then default. */
final class CommonOptions {

    static final String DEFAULT_HOME = ".arrears";

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

    @Option(names = "--quiet", description = "No progress on stderr.")
    private boolean quiet;

    @Option(names = "--no-color", description = "No colours (also NO_COLOR).")
    private boolean noColor;

    private boolean embedded;

    /** Returns options for the embedded database in a folder, whatever the environment says. */
    static CommonOptions of(Path home, boolean quiet) {
        CommonOptions options = new CommonOptions();
        options.home = Optional.of(home);
        options.quiet = quiet;
        options.embedded = true;
        return options;
    }

    /** Returns the home folder, which nobody else may own or change: what is in it is believed and run. */
    Path home(Console console) {
        Path folder = named(home, console).orElse(Path.of(DEFAULT_HOME));
        Ownership.requireOwn("home", folder);
        return folder;
    }

    /** Returns the home that an option or the environment names. */
    static Optional<Path> named(Optional<Path> home, Console console) {
        return home.or(() -> Optional.ofNullable(console.environment().get("ARREARS_HOME"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of));
    }

    /** Returns the commands that a message names, as they are to be run after this one. */
    Hints hints(Console console) {
        return embedded ? Hints.at(console, home.orElseThrow()) : Hints.of(console, home, db);
    }

    /** Returns where the database is, from the first place that says so. */
    DatabaseAddress address(Console console) {
        Path folder = home(console);
        if (embedded) {
            return new DatabaseAddress(Optional.empty(), Optional.empty(), Optional.empty(), folder);
        }
        Path settings = folder.resolve("arrears.properties");
        Properties file = properties(settings);
        Optional<DatabaseUrl> url = flag().or(
                        () -> setting(console, file, "ARREARS_DB_URL", "db.url").map(DatabaseUrl::of));
        Optional<Path> passwordFile = setting(console, file, "ARREARS_DB_PASSWORD_FILE", "db.password-file")
                .map(Path::of);
        Map<String, String> secrets = url.map(DatabaseUrl::secrets).orElse(Map.of());
        if (!DatabaseUrl.of(file.getProperty("db.url", "")).secrets().isEmpty()) {
            Ownership.requirePrivate("settings with a password", settings);
        }
        if (url.isPresent() && passwordFile.isEmpty() && !secrets.containsKey("password")) {
            Ownership.requirePrivate("password file", driversPasswordFile(console));
        }
        return new DatabaseAddress(
                url.map(DatabaseUrl::text),
                setting(console, file, "ARREARS_DB_USER", "db.user"),
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

    private static Path driversPasswordFile(Console console) {
        return Optional.ofNullable(console.environment().get("PGPASSFILE"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home", "."), ".pgpass"));
    }

    private static Optional<String> setting(Console console, Properties file, String variable, String key) {
        return Optional.ofNullable(console.environment().get(variable))
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

    boolean quiet() {
        return quiet;
    }

    boolean color(Console console) {
        return !noColor && console.terminal() && !console.environment().containsKey("NO_COLOR");
    }
}
