-- Which run works on this database: the last that began. Its number rises with every attempt, so that one that has lost
-- its lock is found out before it commits or publishes. One row.
CREATE TABLE run_lease (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    lease bigint NOT NULL,
    run_id text COLLATE "C" NOT NULL
);

-- Who made a run's last attempt, when it began, and why its published folder was made again, if it was.
ALTER TABLE run
    ADD COLUMN lease bigint,
    ADD COLUMN host text,
    ADD COLUMN pid bigint,
    ADD COLUMN os_user text,
    ADD COLUMN begun_at timestamptz,
    ADD COLUMN made_again text;

-- Whether somebody named the business date, so that a run of files without one is continued as such.
ALTER TABLE run ADD COLUMN dated boolean NOT NULL DEFAULT true;

-- What somebody said is meant, though it looks like a mistake: the flag, and what it was about.
CREATE TABLE run_meant (
    run_id text COLLATE "C" NOT NULL REFERENCES run ON DELETE CASCADE,
    flag text COLLATE "C" NOT NULL,
    about text NOT NULL,
    PRIMARY KEY (run_id, flag)
);
