-- What accounts are recognised by: digests of the e-mail addresses that a platform says are theirs, under a key of this database. Beside
-- person, so that it can be forgotten alone.
CREATE TABLE mailbox (
  digest TEXT COLLATE "C" NOT NULL,
  person BIGINT NOT NULL REFERENCES person (id),
  PRIMARY KEY (digest, person)
);

CREATE INDEX mailbox_by_person ON mailbox (person);

CREATE TABLE mailbox_key (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  value TEXT COLLATE "C" NOT NULL
);

-- The other account of the same person; each pair stands here in both directions.
CREATE TABLE same_person (
  person BIGINT PRIMARY KEY REFERENCES person (id),
  other  BIGINT NOT NULL UNIQUE REFERENCES person (id)
);
