-- The mapping and the corrected rows that a run was begun with, so that it can be continued with them; and why it
-- replayed every loan, if it did.
ALTER TABLE run ADD COLUMN mapping_file text, ADD COLUMN rejects_file text, ADD COLUMN full_replay text;
