-- Written by ingest. What lay in the inbox of a run and was not read, with why: files, folders, links, in the order of
-- their names.
CREATE TABLE passed_over (
    run_id text COLLATE "C" NOT NULL,
    entry_no integer NOT NULL,
    name text COLLATE "C" NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (run_id, entry_no)
);
