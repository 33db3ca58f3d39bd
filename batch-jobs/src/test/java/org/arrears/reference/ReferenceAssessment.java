package org.arrears.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The numbers of section 8 for one loan and date, amounts in major units; the customer's dpd is not one loan's. */
public record ReferenceAssessment(
        String loanNo,
        LocalDate asOf,
        int pastDueDays,
        int dpd,
        String bucket,
        String classification,
        Optional<LocalDate> oldestDueOn,
        int missedInstallments,
        BigDecimal overduePrincipal,
        BigDecimal overdueInterest,
        BigDecimal overdueFee,
        BigDecimal penalty,
        BigDecimal compound,
        BigDecimal totalOverdue,
        BigDecimal principalBalance,
        BigDecimal heldCredit,
        BigDecimal dailyAccrual,
        Optional<LocalDate> lastPaymentOn,
        List<ReferenceAnomaly> anomalies) {}
