-- How people are reached on a platform that has to be told with every message. Beside person, so that an address can be forgotten alone.
CREATE TABLE acquaintance (
  person    BIGINT PRIMARY KEY REFERENCES person (id),
  remote_id TEXT COLLATE "C" NOT NULL,
  language  TEXT COLLATE "C",
  service   TEXT COLLATE "C" NOT NULL,
  chat      TEXT COLLATE "C",
  reachable INTEGER NOT NULL
);

-- Channels that the bot was added to.
CREATE TABLE spot (
  platform     TEXT COLLATE "C" NOT NULL,
  workspace    TEXT COLLATE "C" NOT NULL,
  conversation TEXT COLLATE "C" NOT NULL,
  team         TEXT COLLATE "C" NOT NULL,
  name         TEXT COLLATE "C" NOT NULL,
  service      TEXT COLLATE "C" NOT NULL,
  reachable    INTEGER NOT NULL,
  PRIMARY KEY (platform, workspace, conversation)
);

CREATE INDEX spot_by_team ON spot (platform, workspace, team);
