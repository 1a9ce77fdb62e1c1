-- What is to be done at a certain time. Whoever moves one on does it.
CREATE TABLE timer (
  name TEXT    NOT NULL PRIMARY KEY,
  due  INTEGER NOT NULL
) WITHOUT ROWID;

-- The pages of the policy's resources, as they were found last.
CREATE TABLE link_check (
  resource TEXT    NOT NULL PRIMARY KEY,
  url      TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  found    TEXT    NOT NULL CHECK (found IN ('alive', 'missing', 'name_gone', 'tls_broken', 'not_known')),
  deaths   INTEGER NOT NULL,
  died_at  INTEGER
) WITHOUT ROWID;
