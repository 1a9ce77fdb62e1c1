-- Who dropped a proposal in chat; nobody where the file came to say it or somebody dropped it from the command line.
ALTER TABLE proposal ADD COLUMN settled_by INTEGER REFERENCES person (id);

-- Closed proposals are forgotten after a while.
CREATE INDEX proposal_settled ON proposal (settled_at) WHERE settled_at IS NOT NULL;
