package org.arrears.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose fault an SQLSTATE is, and whether its cause is named. */
class DatabaseFaultTest {

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            08001 | DATABASE_UNAVAILABLE | lost the database
            08004 | DATABASE_UNAVAILABLE | lost the database
            08006 | DATABASE_UNAVAILABLE | lost the database
            22P05 | DATABASE_UNAVAILABLE | UTF8
            25006 | DATABASE_UNAVAILABLE | read-only or a standby
            25P03 | DATABASE_UNAVAILABLE | idle_in_transaction_session_timeout
            25P04 | DATABASE_UNAVAILABLE | transaction_timeout
            28000 | DATABASE_UNAVAILABLE | refused the login
            28P01 | DATABASE_UNAVAILABLE | refused the login
            3D000 | DATABASE_UNAVAILABLE | no such database
            40001 | FAILED               | another session
            40P01 | FAILED               | another session
            42501 | DATABASE_UNAVAILABLE | lacks a right
            53100 | DATABASE_UNAVAILABLE | disk is full
            53200 | DATABASE_UNAVAILABLE | out of memory
            53300 | DATABASE_UNAVAILABLE | no connection left
            53400 | DATABASE_UNAVAILABLE | short of something
            55P03 | DATABASE_UNAVAILABLE | lock_timeout
            57014 | DATABASE_UNAVAILABLE | statement_timeout
            57P01 | DATABASE_UNAVAILABLE | was stopped or has crashed
            57P02 | DATABASE_UNAVAILABLE | was stopped or has crashed
            57P03 | DATABASE_UNAVAILABLE | starting, stopping or recovering
            58030 | DATABASE_UNAVAILABLE | cannot read or write its files
            XX001 | DATABASE_UNAVAILABLE | damaged
            """)
    void aFaultOfTheDatabaseIsNamedWithItsCauseAndWhatToDo(String state, FailureKind kind, String says) {
        ArrearsException failure =
                DatabaseFault.of(new SQLException("its own words", state)).orElseThrow();
        assertEquals(kind, failure.kind());
        String said = String.valueOf(failure.getMessage());
        assertTrue(said.contains(says), said);
        assertTrue(said.contains(": its own words; "), said);
        assertTrue(said.endsWith(", then run the same command again"), said);
    }

    @ParameterizedTest
    @CsvSource({"42601", "42P01", "23505", "23503", "22012", "22P02", "0A000", "XX000"})
    void whatOurOwnStatementsDoWrongIsADefectOfOurs(String state) {
        assertEquals(Optional.empty(), DatabaseFault.of(new SQLException("syntax error", state)));
    }

    @Test
    void whatThePoolWrapsIsSaidAsTheServerSaidIt() {
        SQLException cause = new SQLException("sorry, too many clients already", "53300");
        SQLException wrapped = new SQLTransientConnectionException("not available, timed out after 10000ms", "53300");
        wrapped.initCause(cause);
        String said = String.valueOf(DatabaseFault.of(wrapped).orElseThrow().getMessage());
        assertTrue(said.contains("sorry, too many clients already"), said);
    }

    @Test
    void aConnectionWithoutAnyStateWasLost() {
        ArrearsException failure = DatabaseFault.of(new SQLException("HikariDataSource has been closed."))
                .orElseThrow();
        assertEquals(FailureKind.DATABASE_UNAVAILABLE, failure.kind());
    }

    @Test
    void aHostThatIsNotKnownIsNamed() {
        SQLException failed = new SQLException("The connection attempt failed.", "08001");
        failed.initCause(new UnknownHostException("nowhere.example"));
        String said = DatabaseFault.reason(failed);
        assertTrue(said.contains("nowhere.example"), said);
    }
}
