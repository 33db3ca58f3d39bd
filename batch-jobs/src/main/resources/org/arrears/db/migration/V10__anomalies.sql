-- The codes of an assessment's anomalies, one a line like its texts; null in assessments made before codes were kept.
ALTER TABLE assessment ADD COLUMN anomaly_codes text;
ALTER TABLE assessment_new ADD COLUMN anomaly_codes text;
CREATE INDEX assessment_anomalies ON assessment (through_on) WHERE anomalies > 0;

-- The edition of the calculation that a date was assessed with; 1 is the one before editions were counted.
ALTER TABLE assessed ADD COLUMN edition integer NOT NULL DEFAULT 1;

-- Written by handoff. Accounts that would have gone to an agency, and why they did not.
CREATE TABLE placement_stop (
    as_of date NOT NULL,
    loan_no text COLLATE "C" NOT NULL,
    customer_no text COLLATE "C" NOT NULL,
    reason text COLLATE "C" NOT NULL,
    PRIMARY KEY (as_of, loan_no)
);

-- Written by notice. Notices that are not in the language of their customer, because no template is.
CREATE TABLE notice_language (
    as_of date NOT NULL,
    channel text COLLATE "C" NOT NULL,
    language text COLLATE "C" NOT NULL,
    written_in text COLLATE "C" NOT NULL,
    notices bigint NOT NULL,
    PRIMARY KEY (as_of, channel, language, written_in)
);
