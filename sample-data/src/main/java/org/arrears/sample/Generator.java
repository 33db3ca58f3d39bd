package org.arrears.sample;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the inbox folders, night by night, one loan at a time. */
final class Generator {
    private final Request request;
    private final Portfolio portfolio;
    private final AccountRows rows;
    private final WrongRows wrongRows;

    Generator(Request request) {
        this.request = request;
        this.portfolio = new Portfolio(request);
        int openedLater = request.nights() * request.newLoansPerNight();
        this.rows = new AccountRows(portfolio.stories(), request.customers() + openedLater);
        this.wrongRows = new WrongRows(request.asOf(), rows.customerDigits());
    }

    /** Writes every night, refusing before the first where a folder is there already; returns one line per file. */
    List<String> write() throws IOException {
        for (int night = 0; night < request.nights(); night++) {
            Path folder = NightFolder.path(request.out(), request.date(night));
            if (Files.exists(folder)) {
                throw new FileAlreadyExistsException(folder + " exists: remove it or choose another --out");
            }
        }
        List<String> lines = new ArrayList<>();
        for (int night = 0; night < request.nights(); night++) {
            try (NightFolder folder = new NightFolder(request.out(), request.date(night))) {
                write(folder, night);
                lines.addAll(folder.publish());
            }
        }
        return lines;
    }

    private void write(NightFolder folder, int night) {
        if (night == 0) {
            firstNight(folder);
        } else {
            laterNight(folder, night);
        }
        if (request.errors()) {
            wrongRows.addTo(folder, night);
        }
    }

    private void firstNight(NightFolder folder) {
        HolidayCalendar.write(folder.file(InboxFile.CALENDAR));
        for (int index = 0; index < request.loans(); index++) {
            Account account = portfolio.account(index);
            if (portfolio.opensCustomer(index)) {
                rows.customer(folder, portfolio.customer(account));
            }
            rows.newLoan(folder, account);
            rows.events(folder, account, 0);
        }
    }

    private void laterNight(NightFolder folder, int night) {
        for (int index = 0; index < portfolio.stories(); index++) {
            rows.events(folder, portfolio.account(index), night);
        }
        for (int index = portfolio.stories(); index < request.loans(); index++) {
            portfolio.later(index, night).ifPresent(account -> rows.events(folder, account, night));
        }
        for (int ordinal = 0; ordinal < request.newLoansPerNight(); ordinal++) {
            Account account = portfolio.opened(night, ordinal);
            rows.customer(folder, portfolio.customer(account));
            rows.newLoan(folder, account);
        }
    }
}
