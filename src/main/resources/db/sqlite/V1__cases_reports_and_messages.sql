-- Instants are milliseconds since 1970 (UTC); truth is 0 or 1; codes are written out and never renamed.

-- Everything else refers to people by this number, so that a person can be erased without touching the audit.
CREATE TABLE person (
  id        INTEGER PRIMARY KEY,
  platform  TEXT NOT NULL,
  workspace TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  name      TEXT NOT NULL,
  UNIQUE (platform, workspace, remote_id)
);

CREATE TABLE cases (
  number         TEXT    NOT NULL PRIMARY KEY,
  kind           TEXT    NOT NULL,
  situation      TEXT    NOT NULL,
  team           TEXT    NOT NULL,
  severity       TEXT    NOT NULL,
  stage          TEXT    NOT NULL CHECK (stage IN ('open', 'claimed', 'resolved', 'merged', 'withdrawn')),
  stage_by       INTEGER REFERENCES person (id),
  stage_at       INTEGER,
  outcome        TEXT,
  outcome_text   TEXT,
  merged_into    TEXT,
  link_url       TEXT,
  link_key       TEXT,
  restricted     INTEGER NOT NULL,
  language       TEXT    NOT NULL,
  reports        INTEGER NOT NULL,
  opened_at      INTEGER NOT NULL,
  due_at         INTEGER,
  policy_version TEXT    NOT NULL,
  version        INTEGER NOT NULL
) WITHOUT ROWID;

-- One post, one open case.
CREATE UNIQUE INDEX cases_open_by_link ON cases (link_key) WHERE stage IN ('open', 'claimed') AND link_key IS NOT NULL;
CREATE INDEX cases_open_by_team ON cases (team, opened_at) WHERE stage IN ('open', 'claimed');

CREATE TABLE report (
  id          TEXT    NOT NULL PRIMARY KEY,
  case_number TEXT    NOT NULL REFERENCES cases (number),
  person      INTEGER NOT NULL REFERENCES person (id),
  text        TEXT    NOT NULL,
  language    TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  joined      INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL
);

CREATE INDEX report_by_case ON report (case_number, at);
CREATE INDEX report_by_person ON report (person, at);

CREATE TABLE note (
  id          TEXT    NOT NULL PRIMARY KEY,
  case_number TEXT    NOT NULL REFERENCES cases (number),
  kind        TEXT    NOT NULL,
  person      INTEGER NOT NULL REFERENCES person (id),
  report      TEXT,
  text        TEXT    NOT NULL,
  at          INTEGER NOT NULL
);

CREATE INDEX note_by_case ON note (case_number, at);

-- The audit: no words of people, and nothing is ever changed or taken away.
CREATE TABLE event (
  seq         INTEGER PRIMARY KEY,
  case_number TEXT    NOT NULL REFERENCES cases (number),
  at          INTEGER NOT NULL,
  person      INTEGER REFERENCES person (id),
  kind        TEXT    NOT NULL,
  detail      TEXT    NOT NULL
);

CREATE INDEX event_by_case ON event (case_number);

CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;

CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;

-- One row per message that should exist. It goes to a conversation or to a person; without a case, case_number is ''.
CREATE TABLE message (
  seq                 INTEGER PRIMARY KEY,
  id                  TEXT    NOT NULL UNIQUE,
  case_number         TEXT    NOT NULL,
  kind                TEXT    NOT NULL,
  subject             TEXT    NOT NULL,
  platform            TEXT,
  workspace           TEXT,
  conversation        TEXT,
  person              INTEGER REFERENCES person (id),
  report              TEXT,
  detail              TEXT    NOT NULL,
  urgency             INTEGER NOT NULL,
  danger              INTEGER NOT NULL,
  wanted              INTEGER NOT NULL,
  wanted_at           INTEGER NOT NULL,
  delivered           INTEGER NOT NULL,
  remote_conversation TEXT,
  remote_id           TEXT,
  state               TEXT    NOT NULL CHECK (state IN ('due', 'given_up')),
  due_at              INTEGER NOT NULL,
  lent_until          INTEGER,
  attempts            INTEGER NOT NULL,
  in_doubt            INTEGER NOT NULL,
  error               TEXT    NOT NULL,
  UNIQUE (case_number, kind, subject)
);

-- What waits, in the order in which it goes (danger before everything): channel by channel, and for all people together.
CREATE INDEX message_waiting_in_channels ON message (conversation, urgency - 100 * danger, due_at, seq)
  WHERE state = 'due' AND delivered < wanted AND conversation IS NOT NULL;
CREATE INDEX message_waiting_in_private ON message (urgency - 100 * danger, due_at, seq, lent_until, person)
  WHERE state = 'due' AND delivered < wanted AND person IS NOT NULL;
CREATE INDEX message_due ON message (due_at) WHERE state = 'due' AND delivered < wanted;
CREATE INDEX message_waiting_by_person ON message (person, case_number) WHERE state = 'due' AND delivered < wanted AND person IS NOT NULL;
CREATE INDEX message_relayed ON message (person, remote_id) WHERE kind = 'relay';
CREATE INDEX message_home ON message (person) WHERE kind = 'home';
CREATE INDEX message_given_up ON message (due_at) WHERE state = 'given_up';
CREATE INDEX message_by_report ON message (report) WHERE report IS NOT NULL;
CREATE INDEX message_lent ON message (lent_until) WHERE lent_until IS NOT NULL;

-- What the platforms sent and what was answered, so that a repeat gets the same answer.
CREATE TABLE delivery (
  key    TEXT    NOT NULL PRIMARY KEY,
  answer TEXT    NOT NULL,
  at     INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX delivery_by_age ON delivery (at);
