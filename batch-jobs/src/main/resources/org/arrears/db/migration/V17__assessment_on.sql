-- The assessments that hold on a date: every reader asks here, so that the interval is said once. The planner puts the
-- query in the place of the call (one SELECT, stable, not strict) and uses the indexes of the table.
CREATE FUNCTION assessment_on(as_of date) RETURNS SETOF assessment
    LANGUAGE sql STABLE PARALLEL SAFE
    AS 'SELECT * FROM assessment a WHERE a.as_of <= $1 AND a.through_on >= $1';
