-- A PDF may be held and taken like a picture. It has no sides, and no camera wrote anything into it.

-- AlterTable
ALTER TABLE "Photo" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'picture',
ALTER COLUMN "width" DROP NOT NULL,
ALTER COLUMN "height" DROP NOT NULL;

-- What the schema language cannot say ------------------------------------------------

ALTER TABLE "Photo" ADD CONSTRAINT "Photo_kind" CHECK (
  "kind" IN ('picture', 'pdf')
  AND ("kind" = 'picture') = ("width" IS NOT NULL)
  AND ("kind" = 'picture') = ("height" IS NOT NULL)
  AND ("kind" = 'picture' OR "evidence" IS NULL));

-- Only pictures are shown to everybody: of a PDF nobody can say what all is in it.
CREATE FUNCTION photo_release_of_picture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Photo" WHERE id = NEW."photoId" AND kind <> 'picture') THEN
    RAISE EXCEPTION 'only pictures are released';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "PhotoRelease_of_picture" BEFORE INSERT ON "PhotoRelease"
  FOR EACH ROW EXECUTE FUNCTION photo_release_of_picture();
