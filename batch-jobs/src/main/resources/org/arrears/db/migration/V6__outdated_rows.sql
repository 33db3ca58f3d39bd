-- Whether somebody named the business date of a file, and how many of its rows gave way to those of a later date.
ALTER TABLE source_file ADD COLUMN dated boolean NOT NULL DEFAULT true, ADD COLUMN outdated bigint NOT NULL DEFAULT 0;
