-- Who dropped a proposal in chat; nobody where the file came to say it or somebody dropped it from the command line.
ALTER TABLE proposal ADD COLUMN settled_by BIGINT REFERENCES person (id);
