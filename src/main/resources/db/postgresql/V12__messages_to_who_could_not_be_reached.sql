-- Given up because the conversation couldn't be reached; until it is delivered after all.
ALTER TABLE message ADD COLUMN unreached INTEGER NOT NULL DEFAULT 0;

CREATE INDEX message_unreached ON message (conversation) WHERE unreached = 1 AND state = 'given_up' AND conversation IS NOT NULL;
