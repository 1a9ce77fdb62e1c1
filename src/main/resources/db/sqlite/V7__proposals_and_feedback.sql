-- What people suggested to change in the policy file, as patches. Nothing here changes what the bot says.
CREATE TABLE proposal (
  id             TEXT    NOT NULL PRIMARY KEY,
  at             INTEGER NOT NULL,
  person         INTEGER NOT NULL REFERENCES person (id),
  kind           TEXT    NOT NULL,
  about          TEXT    NOT NULL,
  file           TEXT    NOT NULL,
  policy_version TEXT    NOT NULL,
  diff           TEXT    NOT NULL,
  state          TEXT    NOT NULL CHECK (state IN ('open', 'applied', 'dropped')),
  settled_at     INTEGER
);

CREATE INDEX proposal_open ON proposal (at) WHERE state = 'open';

-- What askers said of the answers that they got. Nobody's name; words only of questions that their askers sent on, and then masked.
CREATE TABLE feedback (
  seq      INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  kind     TEXT    NOT NULL CHECK (kind IN ('not_mine', 'unclear', 'chosen', 'sent_on')),
  entry    TEXT    NOT NULL,
  likeness TEXT    NOT NULL,
  language TEXT    NOT NULL,
  words    TEXT    NOT NULL,
  settled  INTEGER NOT NULL
);

CREATE INDEX feedback_by_age ON feedback (at);
