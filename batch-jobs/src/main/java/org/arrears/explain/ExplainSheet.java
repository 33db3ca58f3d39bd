package org.arrears.explain;

import java.util.List;
import org.arrears.core.loan.Loan;
import org.arrears.core.replay.Derivation;
import org.arrears.print.Figures;

/** Puts an explanation for people together, in the order in which it is read out. */
final class ExplainSheet {

    private ExplainSheet() {}

    static Sheet of(Derivation derivation, AccountContext account) {
        Loan loan = derivation.assessment().loan();
        String product = account.products().nameOf(loan.product()).label();
        LoanFigures figures = new LoanFigures(loan.currency(), derivation.rates());
        return new Sheet(
                "Loan " + loan.loanNo() + " on " + Figures.day(derivation.asOf()),
                List.of(
                        "Customer " + loan.customerNo() + ", product " + product + ", amounts in "
                                + loan.currency().code()
                                + (account.askedBy().isEmpty() ? "" : "; asked by: " + account.askedBy()),
                        "Policy " + account.policyName() + ", sha256 " + account.policySha256()),
                List.of(
                        ResultSection.of(derivation, account, figures),
                        OutstandingSection.of(derivation, figures),
                        ScheduleSection.of(derivation, figures),
                        RateSection.of(derivation),
                        MovementSection.of(derivation, figures),
                        AccrualSection.of(derivation, figures),
                        DelinquencySection.of(derivation, figures),
                        NextDaySection.of(derivation, figures),
                        AccountSection.of(account, figures),
                        TermsSection.of(derivation.terms())));
    }
}
