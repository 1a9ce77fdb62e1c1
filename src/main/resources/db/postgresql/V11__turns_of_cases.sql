-- How often a case's stage or team changed: a button that was drawn in an earlier turn is out of date.
ALTER TABLE cases ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
