package org.arrears.db;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/**
 * What an SQLSTATE says about whose fault it is, in words for the person who ran the command.
 *
 * <p>What is not here (wrong SQL, broken constraints) is a defect of ours.
 */
public final class DatabaseFault {

    private static final FailureKind DATABASE = FailureKind.DATABASE_UNAVAILABLE;

    /** The driver's own word for a server that asked for less than SCRAM. */
    private static final String UNPROVEN = "requireAuth";

    /** One meaning of all SQLSTATEs that begin alike. */
    private record Meaning(String state, FailureKind kind, String says, String next) {}

    private static final Meaning NOT_PROVEN = new Meaning(
            "08004",
            DATABASE,
            "the server did not ask for SCRAM, so it may not be yours; no password was sent",
            "set scram-sha-256 in its pg_hba.conf and for the user's password, or give sslmode=verify-full, or name in"
                    + " the URL what else to accept, such as requireAuth=gss");

    private static final Meaning LOST =
            new Meaning("08", DATABASE, "lost the database", "see that it runs and can be reached");

    /** From the most special to the most general. */
    private static final List<Meaning> MEANINGS = List.of(
            LOST,
            new Meaning("22P05", DATABASE, "the database cannot store a character", "it must have the encoding UTF8"),
            new Meaning(
                    "25006",
                    DATABASE,
                    "the database is read-only or a standby",
                    "give the primary with --db, or see default_transaction_read_only"),
            new Meaning(
                    "25P",
                    DATABASE,
                    "the database server ended a transaction that took too long",
                    "raise idle_in_transaction_session_timeout and transaction_timeout of its user"),
            new Meaning(
                    "28", DATABASE, "the database refused the login", "check ARREARS_DB_USER and the password's file"),
            new Meaning("3D000", DATABASE, "there is no such database", "check --db, or create it"),
            new Meaning("40", FailureKind.FAILED, "another session was in the way", "let it end"),
            new Meaning(
                    "42501",
                    DATABASE,
                    "the database's user lacks a right",
                    "see the least rights in the manual, operations, Database"),
            new Meaning("53100", DATABASE, "the database server's disk is full", "make room there"),
            new Meaning(
                    "53200", DATABASE, "the database server is out of memory", "see its work_mem and its other load"),
            new Meaning(
                    "53300",
                    DATABASE,
                    "the database has no connection left for this user",
                    "end other commands, or raise max_connections or the limit of its user or database"),
            new Meaning("53", DATABASE, "the database server is short of something", "see its log"),
            new Meaning(
                    "55P03",
                    DATABASE,
                    "another session kept a table locked for longer than lock_timeout",
                    "wait for it to end"),
            new Meaning(
                    "57014",
                    DATABASE,
                    "the database server cancelled a statement",
                    "raise or switch off statement_timeout of its user"),
            new Meaning("57P03", DATABASE, "the database is starting, stopping or recovering", "wait until it is up"),
            new Meaning("57P", DATABASE, "lost the database, which was stopped or has crashed", "bring it back"),
            new Meaning("58", DATABASE, "the database server cannot read or write its files", "see its disk and log"),
            new Meaning("XX001", DATABASE, "the database's files are damaged", "restore them from a backup"),
            new Meaning("XX002", DATABASE, "an index of the database is damaged", "REINDEX it, or restore a backup"));

    private DatabaseFault() {}

    /** Returns the failure to report, or nothing if it is a defect of ours. */
    public static Optional<ArrearsException> of(SQLException thrown) {
        SQLException root = root(thrown);
        return meaning(root).map(found -> new ArrearsException(found.kind, inWords(found, root), thrown));
    }

    /** Returns what is to be said of it: the cause, the server's own words, and the next step. */
    static String reason(SQLException thrown) {
        SQLException root = root(thrown);
        return meaning(root).map(found -> inWords(found, root)).orElseGet(() -> message(root));
    }

    private static String inWords(Meaning meaning, SQLException root) {
        return meaning.says + ": " + message(root) + "; " + meaning.next + ", then run the same command again";
    }

    private static Optional<Meaning> meaning(SQLException root) {
        String state = root.getSQLState();
        if (state == null) {
            // The pool's word for a connection that was lost before.
            return Optional.of(LOST);
        }
        if (state.equals(NOT_PROVEN.state) && String.valueOf(root.getMessage()).contains(UNPROVEN)) {
            return Optional.of(NOT_PROVEN);
        }
        return MEANINGS.stream()
                .filter(meaning -> state.startsWith(meaning.state))
                .findFirst();
    }

    /** The pool wraps what the driver said. */
    private static SQLException root(SQLException thrown) {
        SQLException root = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException deeper && deeper.getSQLState() != null) {
                root = deeper;
            }
        }
        return root;
    }

    private static String message(SQLException thrown) {
        String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
        Throwable cause = thrown.getCause();
        return cause == null
                ? message
                : message + " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")";
    }
}
