-- What is known of people does not stay as long as what happened.

-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "contactDays" INTEGER NOT NULL DEFAULT 365,
ADD COLUMN     "wordDays" INTEGER NOT NULL DEFAULT 1826,
ADD COLUMN     "erasesFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- What has lain longer in a county that is upgraded would go within hours, and cannot be had back: first somebody
-- must have had time to look.
UPDATE "Installation" SET "erasesFrom" = now() + interval '30 days' WHERE EXISTS (SELECT FROM "Appeal");

-- AlterTable
ALTER TABLE "Appeal" ADD COLUMN     "contactsErasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "wordsErasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "eraseAsked" UUID[] NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Photo" ADD COLUMN     "allGoneAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "OwnCopy" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "voiceId" UUID NOT NULL,
    "how" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OwnCopy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OwnCopy_appealId_idx" ON "OwnCopy"("appealId");

-- CreateIndex
CREATE INDEX "OwnCopy_voiceId_idx" ON "OwnCopy"("voiceId");

-- AddForeignKey
ALTER TABLE "OwnCopy" ADD CONSTRAINT "OwnCopy_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnCopy" ADD CONSTRAINT "OwnCopy_voiceId_fkey" FOREIGN KEY ("voiceId") REFERENCES "Voice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- What falls due is looked for among what is still there, the longest closed first.
CREATE INDEX "Appeal_contacts_kept" ON "Appeal" ("closedAt", id) WHERE "contactsErasedAt" IS NULL AND "closedAt" IS NOT NULL;
CREATE INDEX "Appeal_words_kept" ON "Appeal" ("closedAt", id) WHERE "wordsErasedAt" IS NULL AND "closedAt" IS NOT NULL;
CREATE INDEX "Appeal_erase_asked" ON "Appeal" (id) WHERE "eraseAsked" <> '{}';
CREATE INDEX "Photo_left" ON "Photo" ("appealId") WHERE "allGoneAt" IS NULL AND "appealId" IS NOT NULL;

-- What a step has taken stays as it is, until all of it goes: once, with what it looks like.
DROP TRIGGER "Photo_stays" ON "Photo";
CREATE TRIGGER "Photo_stays" BEFORE UPDATE ON "Photo" FOR EACH ROW
  WHEN (OLD."appealId" IS NOT NULL AND NOT (
    OLD."allGoneAt" IS NULL AND NEW."allGoneAt" IS NOT NULL AND NEW."look" IS NULL
    AND to_jsonb(NEW) - 'allGoneAt' - 'look' = to_jsonb(OLD) - 'allGoneAt' - 'look'))
  EXECUTE FUNCTION photo_stays();
CREATE TRIGGER "Photo_is_not_deleted" BEFORE DELETE ON "Photo" FOR EACH ROW
  WHEN (OLD."appealId" IS NOT NULL) EXECUTE FUNCTION photo_stays();

-- How somebody is reached is deleted when their case is over, and not before.
CREATE FUNCTION contact_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Voice" v JOIN "Appeal" a ON a.id = v."appealId"
    WHERE v.id = OLD."voiceId" AND a.status <> 'closed') THEN
    RAISE EXCEPTION 'a contact stays for as long as its case is open';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "Contact_stays" BEFORE DELETE ON "Contact" FOR EACH ROW EXECUTE FUNCTION contact_stays();

ALTER TABLE "OwnCopy" ADD CONSTRAINT "OwnCopy_words" CHECK ("how" IN ('link', 'code'));

-- Words that stand beside what happened may go, and be nothing else.
CREATE FUNCTION words_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was written does not change; it can only be emptied';
END $$;
CREATE TRIGGER "Reveal_stays" BEFORE UPDATE ON "Reveal"
  FOR EACH ROW WHEN (NEW.reason <> '') EXECUTE FUNCTION words_stay();
CREATE TRIGGER "PhotoRelease_stays" BEFORE UPDATE ON "PhotoRelease"
  FOR EACH ROW WHEN (NEW.reason <> '') EXECUTE FUNCTION words_stay();
CREATE TRIGGER "AfterEffectMark_stays" BEFORE UPDATE ON "AfterEffectMark"
  FOR EACH ROW WHEN (NEW.grounds <> '') EXECUTE FUNCTION words_stay();
CREATE TRIGGER "Lookup_stays" BEFORE UPDATE ON "Lookup"
  FOR EACH ROW WHEN (NEW."phoneHash" <> '') EXECUTE FUNCTION words_stay();

-- Where a case was is looked for in its words: without them nothing is sought, and what was found stays.
DROP TRIGGER "Detail_seek" ON "Detail";
CREATE TRIGGER "Detail_seek" AFTER INSERT OR UPDATE OF "place", "lat", "lon" ON "Detail"
  FOR EACH ROW WHEN (NEW.what <> '') EXECUTE FUNCTION seek_after_effects();

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT ON "OwnCopy" TO huiyin_app;
GRANT SELECT ON "OwnCopy" TO huiyin_reader;
GRANT DELETE ON "Contact", "NoticeChoice", "Keyword" TO huiyin_app;
GRANT UPDATE ("reason") ON "Reveal", "PhotoRelease" TO huiyin_app;
GRANT UPDATE ("grounds") ON "AfterEffectMark" TO huiyin_app;
GRANT UPDATE ("phoneHash") ON "Lookup" TO huiyin_app;
