-- Large pictures and PDFs do not stay as long as their case does.

-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "photoDays" INTEGER NOT NULL DEFAULT 365;

-- AlterTable
ALTER TABLE "Photo" ADD COLUMN     "largeGoneAt" TIMESTAMPTZ(3);

-- What the schema language cannot say ------------------------------------------------

-- Those that belong to a step and are there: what falls due is looked for among them.
CREATE INDEX "Photo_large" ON "Photo" ("appealId") WHERE "largeGoneAt" IS NULL AND "appealId" IS NOT NULL;

ALTER TABLE "Photo" ADD CONSTRAINT "Photo_gone" CHECK (
  "largeGoneAt" IS NULL OR ("appealId" IS NOT NULL AND "evidence" IS NULL));

-- What a step has taken stays as it is, but for one thing: once, what is large goes, and what a camera wrote with it.
CREATE OR REPLACE FUNCTION photo_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."largeGoneAt" IS NULL AND NEW."largeGoneAt" IS NOT NULL
    AND to_jsonb(NEW) - 'largeGoneAt' - 'evidence' = to_jsonb(OLD) - 'largeGoneAt' - 'evidence' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a photo that belongs to a step does not change';
END $$;
