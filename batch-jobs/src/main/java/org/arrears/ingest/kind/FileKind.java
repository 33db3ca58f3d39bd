package org.arrears.ingest.kind;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.arrears.core.money.CurrencyUnit;

/**
 * A kind of input file: its columns, how a row of it is read, what it refers to, what the database must check, and how
 * its staged rows get into their table. Everything else about a kind follows from these.
 */
public interface FileKind {

    /** The name in policies and reports, and how file names of this kind begin: {@code loans}. */
    String code();

    /** The table that its rows are for; it has the columns {@code file_no} and {@code line} besides. */
    String table();

    Columns columns();

    /** The columns of the table by which a row is known; the first is the first column of the file. */
    List<String> key();

    /** Reads all fields of a row and, if it is good, hands it to the sink, a value for each column in order. */
    void write(RowFields row, LoanCurrencies currencies, RowSink out) throws SQLException;

    /** What a row of this kind is itself, so that others may refer to it. */
    default Optional<Target> identifies() {
        return Optional.empty();
    }

    default List<Reference> references() {
        return List.of();
    }

    /** What only the database can check, besides the references. */
    default List<StageCheck> ownChecks() {
        return List.of();
    }

    /** Returns the currency that a good row of a loan states. */
    default Optional<CurrencyUnit> currency(RowFields row) {
        return Optional.empty();
    }

    /** Says whether a row may say again what an earlier one of its delivery says. */
    default boolean mayRepeat() {
        return true;
    }

    /** Says whether a rejected row takes all rows of its loan with it, and a file counts only beside all others. */
    default boolean isWholeByLoan() {
        return false;
    }

    /** Says whether the assessment of the loans that its rows name depends on them. */
    default boolean changesLoans() {
        return columns().stored().contains("loan_no");
    }

    /** How its rows are gathered, if those of a loan are stored as one; the table is then a view of them by row. */
    default Optional<Gathering> gathering() {
        return Optional.empty();
    }

    /** Moves the staged rows into the table. */
    default void merge(Merge merge) {
        merge.upsert();
    }

    /** Returns all that the database checks, in order. */
    default List<StageCheck> checks() {
        return Stream.concat(references().stream().map(Reference::check), ownChecks().stream())
                .toList();
    }

    /** Says whether it has amounts in the currency of the loan that its rows name. */
    default boolean hasAmountsOfLoans() {
        return !columns().summed().isEmpty()
                && references().stream().anyMatch(reference -> reference.to() == Target.LOAN);
    }

    /** Returns how the files of this kind are named. */
    default NamePattern names() {
        return new NamePattern(code() + "*.csv");
    }

    /** Says whether a file is of this kind by its name: {@code loans*.csv}, also with {@code .gz} or {@code .zip}. */
    default boolean isNamed(String fileName) {
        return fileName.startsWith(code()) && fileName.matches("[^.].*\\.csv(\\.gz|\\.zip)?");
    }
}
