-- What is to be done at a certain time. Whoever moves one on does it.
CREATE TABLE timer (
  name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  due  BIGINT NOT NULL
);

-- The pages of the policy's resources, as they were found last.
CREATE TABLE link_check (
  resource TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  url      TEXT COLLATE "C" NOT NULL,
  at       BIGINT NOT NULL,
  found    TEXT COLLATE "C" NOT NULL CHECK (found IN ('alive', 'missing', 'name_gone', 'tls_broken', 'not_known')),
  deaths   INTEGER NOT NULL,
  died_at  BIGINT
);
