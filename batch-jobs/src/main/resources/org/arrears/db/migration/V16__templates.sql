-- Which templates a run fills in: where they lie (nothing: those that come with arrears) and the digest of them all.
ALTER TABLE run ADD COLUMN templates_dir text COLLATE "C", ADD COLUMN templates_sha256 text COLLATE "C";
ALTER TABLE notice_output ADD COLUMN templates_sha256 text COLLATE "C";
