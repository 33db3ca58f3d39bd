-- Debtors in arrears are read by ranges of customers, in their order.
DROP INDEX assessment_overdue;
CREATE INDEX assessment_overdue ON assessment (as_of, customer_no) WHERE past_due_days > 0;
