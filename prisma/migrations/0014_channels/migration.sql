-- Residents are told by message or e-mail, choose how, and come back with a code.

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "againAt" TIMESTAMPTZ(3),
ADD COLUMN     "dueAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "noticeId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "gateway" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "code" TEXT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeChoice" (
    "voiceId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeChoice_pkey" PRIMARY KEY ("voiceId")
);

-- CreateTable
CREATE TABLE "EntryCode" (
    "id" UUID NOT NULL,
    "contactHash" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EntryCode_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_noticeId_attempt_key" ON "Delivery"("noticeId", "attempt");

-- CreateIndex
CREATE INDEX "Delivery_at_idx" ON "Delivery"("at");

-- CreateIndex
CREATE INDEX "EntryCode_expiresAt_idx" ON "EntryCode"("expiresAt");

-- CreateIndex
CREATE INDEX "Contact_emailHash_idx" ON "Contact"("emailHash");

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeChoice" ADD CONSTRAINT "NoticeChoice_voiceId_fkey" FOREIGN KEY ("voiceId") REFERENCES "Voice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_words" CHECK (
  channel IN ('email', 'sms') AND outcome IN ('sent', 'failed', 'refused', 'unknown'));
ALTER TABLE "NoticeChoice" ADD CONSTRAINT "NoticeChoice_words" CHECK (channel IN ('email', 'sms', 'none'));
ALTER TABLE "EntryCode" ADD CONSTRAINT "EntryCode_words" CHECK (channel IN ('email', 'sms'));

-- What did not go out, for administration.
CREATE INDEX "Notice_not_gone_out" ON "Notice" ("settledAt") WHERE outcome IN ('dead', 'refused', 'late');

-- Roles ------------------------------------------------------------------------------

-- An attempt stays as it was written; spent codes are thrown away.
GRANT SELECT, INSERT ON "Delivery" TO huiyin_app;
GRANT SELECT, INSERT, UPDATE ON "NoticeChoice" TO huiyin_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "EntryCode" TO huiyin_app;
GRANT SELECT ON "Delivery" TO huiyin_reader;

-- Outbox -----------------------------------------------------------------------------

-- Whoever waits at the door for a code comes before the notices. As with those, the trigger adds the job
-- with the owner's rights.
CREATE FUNCTION queue_entry_code() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job('send-code', json_build_object('codeId', NEW.id),
    job_key => 'code:' || NEW.id, max_attempts => 6, priority => -10);
  RETURN NULL;
END
$$;

CREATE TRIGGER "EntryCode_queue" AFTER INSERT ON "EntryCode" FOR EACH ROW EXECUTE FUNCTION queue_entry_code();
