-- Residents are told on their own device, by the push service of its browser, once administration allows it.

-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "pushAllowedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "PushSubscription" (
    "id" UUID NOT NULL,
    "voiceId" UUID NOT NULL,
    "sealed" TEXT,
    "endpointHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PushSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PushSubscription_voiceId_idx" ON "PushSubscription"("voiceId");

-- CreateIndex
CREATE INDEX "PushSubscription_endpointHash_idx" ON "PushSubscription"("endpointHash");

-- AddForeignKey
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_voiceId_fkey" FOREIGN KEY ("voiceId") REFERENCES "Voice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- Of a device that is told no more nothing is kept but that it was there.
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_ended" CHECK (
  ("endedAt" IS NULL) = ("sealed" IS NOT NULL) AND ("endedAt" IS NULL) = ("endpointHash" IS NOT NULL));

-- A device is told of a case once.
CREATE UNIQUE INDEX "PushSubscription_one_standing" ON "PushSubscription" ("voiceId", "endpointHash")
  WHERE "endedAt" IS NULL;

ALTER TABLE "Delivery" DROP CONSTRAINT "Delivery_words", ADD CONSTRAINT "Delivery_words" CHECK (
  channel IN ('email', 'sms', 'push') AND outcome IN ('sent', 'failed', 'refused', 'unknown'));
ALTER TABLE "NoticeChoice" DROP CONSTRAINT "NoticeChoice_words", ADD CONSTRAINT "NoticeChoice_words" CHECK (
  channel IN ('email', 'sms', 'push', 'none'));

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON "PushSubscription" TO huiyin_app;
