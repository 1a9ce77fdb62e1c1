-- Which answers were shown and why. No person, and nobody's words: shared holds only words of a question that the matched example has too.
CREATE TABLE answer_given (
  seq            INTEGER PRIMARY KEY,
  at             INTEGER NOT NULL,
  outcome        TEXT    NOT NULL CHECK (outcome IN ('answer', 'suggest', 'none')),
  method         TEXT    NOT NULL,
  rules          TEXT    NOT NULL,
  example        TEXT    NOT NULL,
  shared         TEXT    NOT NULL,
  closeness      REAL    NOT NULL,
  margin         REAL    NOT NULL,
  probability    REAL    NOT NULL,
  policy_version TEXT    NOT NULL
);

CREATE INDEX answer_given_by_age ON answer_given (at);
