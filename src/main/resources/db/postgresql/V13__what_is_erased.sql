-- When the people and the words of a case were erased; what is left of it is the audit.
ALTER TABLE cases ADD COLUMN erased_at BIGINT;

-- What ended, oldest first, as long as anything of it is left to erase.
CREATE INDEX cases_ended ON cases (kind, stage_at) WHERE erased_at IS NULL AND stage IN ('resolved', 'merged', 'withdrawn');
CREATE INDEX proposal_settled ON proposal (settled_at) WHERE settled_at IS NOT NULL;

-- The audit stays append-only but for one thing: who did it can be forgotten.
CREATE FUNCTION event_forgets_who_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.person IS NULL AND (NEW.seq, NEW.case_number, NEW.at, NEW.kind, NEW.detail)
      IS NOT DISTINCT FROM (OLD.seq, OLD.case_number, OLD.at, OLD.kind, OLD.detail) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'events are append-only';
END;
$$;

DROP TRIGGER event_is_not_changed ON event;

CREATE TRIGGER event_is_not_deleted BEFORE DELETE OR TRUNCATE ON event
  FOR EACH STATEMENT EXECUTE FUNCTION event_is_append_only();

CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
  FOR EACH ROW EXECUTE FUNCTION event_forgets_who_alone();
