-- How people are reached on a platform that has to be told with every message. Beside person, so that an address can be forgotten alone.
CREATE TABLE acquaintance (
  person    INTEGER PRIMARY KEY REFERENCES person (id),
  remote_id TEXT    NOT NULL,
  language  TEXT,
  service   TEXT    NOT NULL,
  chat      TEXT,
  reachable INTEGER NOT NULL
);

-- Channels that the bot was added to.
CREATE TABLE spot (
  platform     TEXT    NOT NULL,
  workspace    TEXT    NOT NULL,
  conversation TEXT    NOT NULL,
  team         TEXT    NOT NULL,
  name         TEXT    NOT NULL,
  service      TEXT    NOT NULL,
  reachable    INTEGER NOT NULL,
  PRIMARY KEY (platform, workspace, conversation)
) WITHOUT ROWID;

CREATE INDEX spot_by_team ON spot (platform, workspace, team);
