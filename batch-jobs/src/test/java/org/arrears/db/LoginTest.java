package org.arrears.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.arrears.disk.PrivateFiles;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** No server learns the password, and none is believed that does not know it. */
class LoginTest {

    private static final String PASSWORD = "the-password-of-the-lender";

    private static Login login(String url) {
        return Login.to(url, Optional.of("collector"), Optional.of(PASSWORD), Map.of());
    }

    @ParameterizedTest
    @EnumSource(Impostor.Manner.class)
    void anImpostorIsNotBelievedAndDoesNotLearnThePassword(Impostor.Manner manner) throws IOException {
        try (Impostor impostor = new Impostor(manner)) {
            assertThrows(SQLException.class, () -> login(impostor.url()).connect(impostor.url()));
            assertEquals(1, impostor.callers());
            assertFalse(impostor.heard().contains(PASSWORD), impostor.heard());
            assertFalse(impostor.heard().contains("md5"), impostor.heard());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_AUTHENTICATION", "CLEARTEXT", "MD5", "GSS"})
    void whatIsRefusedIsSaidWithTheWayOut(Impostor.Manner manner, @TempDir Path home) throws IOException {
        Path password = home.resolve("password");
        PrivateFiles.append(password, PASSWORD + "\n");
        try (Impostor impostor = new Impostor(manner)) {
            DatabaseAddress address = new DatabaseAddress(
                    Optional.of(impostor.url()), Optional.of("collector"), Optional.of(password), home);
            ArrearsException refused = assertThrows(ArrearsException.class, () -> Database.open(address));
            assertEquals(FailureKind.DATABASE_UNAVAILABLE, refused.kind());
            String said = String.valueOf(refused.getMessage());
            assertTrue(said.contains("did not ask for SCRAM"), said);
            assertTrue(said.contains("sslmode=verify-full"), said);
            assertTrue(said.contains("requireAuth="), said);
            assertFalse(impostor.heard().contains(PASSWORD), impostor.heard());
        }
    }

    @Test
    void whoNamesInTheUrlWhatToAcceptGetsIt() throws IOException {
        try (Impostor impostor = new Impostor(Impostor.Manner.CLEARTEXT)) {
            String url = impostor.url() + "?requireAuth=password&sslmode=disable";
            try {
                login(url).connect(url).close();
            } catch (SQLException cutOff) {
                assertFalse(DatabaseFault.reason(cutOff).contains("SCRAM"), cutOff.getMessage());
            }
            assertTrue(impostor.heard().contains(PASSWORD), impostor.heard());
        }
    }

    @Test
    void aServerWithoutTheCertificateAskedForHearsNothing() throws IOException {
        try (Impostor impostor = new Impostor(Impostor.Manner.CLEARTEXT)) {
            String url = impostor.url() + "?sslmode=verify-full";
            assertThrows(SQLException.class, () -> login(url).connect(url));
            assertEquals("", impostor.heard());
        }
    }

    @ParameterizedTest(name = "URL{0}")
    @CsvSource(nullValues = "-", textBlock = """
            ''                                                                   , scram-sha-256
            ?sslmode=require                                                     , scram-sha-256
            ?sslmode=prefer                                                      , scram-sha-256
            ?sslmode=verify-ca                                                   , -
            ?sslmode=verify-full                                                 , -
            ?ssl=true                                                            , -
            ?ssl=false                                                           , scram-sha-256
            ?ssl=true&sslmode=require                                            , scram-sha-256
            ?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory, scram-sha-256
            """)
    void scramIsAskedForUnlessACertificateIsChecked(String parameters, String asked) {
        assertEquals(
                asked,
                login("jdbc:postgresql://db.example/arrears" + parameters)
                        .properties()
                        .getProperty("requireAuth"));
    }
}
