-- Whose message stands where: asked when a card is pressed, because what a button says of its case is the client's word.
CREATE INDEX message_by_remote ON message (conversation, remote_id) WHERE conversation IS NOT NULL AND remote_id IS NOT NULL;
