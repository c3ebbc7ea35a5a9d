-- A notice that reached a resident by no way goes as a letter on paper: who handed it over or posted it, and when.

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "personId" UUID;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

ALTER TABLE "Delivery" DROP CONSTRAINT "Delivery_words", ADD CONSTRAINT "Delivery_words" CHECK (
  channel IN ('email', 'sms', 'push', 'letter') AND outcome IN ('sent', 'failed', 'refused', 'unknown'));

-- Paper alone passes through a person's hands.
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_by_hand" CHECK ((channel = 'letter') = ("personId" IS NOT NULL));

-- A notice is handed over once.
CREATE UNIQUE INDEX "Delivery_one_letter" ON "Delivery" ("noticeId") WHERE channel = 'letter';

CREATE INDEX "Notice_no_channel" ON "Notice" ("settledAt") WHERE outcome = 'noChannel';
