-- What the next attempt of a run needs to go on where this one ends: the attempt in which its job was begun, and digests
-- of what it was asked to do and of what lay in its inbox.
ALTER TABLE run
    ADD COLUMN begun_in integer,
    ADD COLUMN asked_sha256 text,
    ADD COLUMN inbox_sha256 text;

-- The lease of the attempt under way, or of the last; a crash of the server empties it, as it does the tables in which
-- steps hand over their work, and then no attempt goes on where another was. At most one row.
CREATE UNLOGGED TABLE run_memory (
    lease bigint NOT NULL
);

-- The files in the unfinished folder of a run that a committed step has written, until the run is complete.
CREATE TABLE run_file (
    run_id text COLLATE "C" NOT NULL REFERENCES run ON DELETE CASCADE,
    file text COLLATE "C" NOT NULL,
    bytes bigint NOT NULL,
    sha256 text NOT NULL,
    PRIMARY KEY (run_id, file)
);

-- Whether what was chosen and worked out is in force: then there is nothing left of it to install.
ALTER TABLE assessment_choice ADD COLUMN installed boolean NOT NULL DEFAULT false;

-- How many loans the last installing replayed; loans is how many the date has.
ALTER TABLE assessed ADD COLUMN replayed bigint NOT NULL DEFAULT 0;
UPDATE assessed SET replayed = loans;
UPDATE assessed SET loans = (SELECT count(*) FROM assessment_on(assessed.as_of));
