-- A notice to staff is delivered by being there: it is written settled, and nobody is sent for it. One that comes
-- unsettled, from the release before, is queued as it was.
DROP TRIGGER "Notice_queue" ON "Notice";
CREATE TRIGGER "Notice_queue" AFTER INSERT ON "Notice" FOR EACH ROW
  WHEN (NEW."settledAt" IS NULL) EXECUTE FUNCTION queue_notice();
