-- When the people and the words of a case were erased; what is left of it is the audit.
ALTER TABLE cases ADD COLUMN erased_at INTEGER;

-- What ended, oldest first, as long as anything of it is left to erase.
CREATE INDEX cases_ended ON cases (kind, stage_at) WHERE erased_at IS NULL AND stage IN ('resolved', 'merged', 'withdrawn');
CREATE INDEX proposal_settled ON proposal (settled_at) WHERE settled_at IS NOT NULL;

-- The audit stays append-only but for one thing: who did it can be forgotten.
DROP TRIGGER event_is_not_changed;

CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
WHEN NOT (NEW.person IS NULL AND NEW.seq IS OLD.seq AND NEW.case_number IS OLD.case_number AND NEW.at IS OLD.at
  AND NEW.kind IS OLD.kind AND NEW.detail IS OLD.detail)
BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;
