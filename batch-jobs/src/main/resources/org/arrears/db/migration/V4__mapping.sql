-- Which mapping file a lender's own file was read with: the SHA-256 of its bytes.
ALTER TABLE source_file ADD COLUMN mapping_sha256 text;
