package org.arrears.core.contact;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A notice of a stage that was decided before, or for a later date in a run for an earlier one.
 *
 * @param aboutDueOn the due date it announced; empty for one about arrears
 */
public record Sent(String stage, LocalDate asOf, Optional<LocalDate> aboutDueOn) {}
