-- Pictures: held by whoever sent them until a step takes them.

-- CreateTable
CREATE TABLE "Photo" (
    "id" UUID NOT NULL,
    "holder" TEXT NOT NULL,
    "appealId" UUID,
    "seq" INTEGER,
    "sha256" CHAR(64) NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "evidence" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Photo_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Photo_appealId_idx" ON "Photo"("appealId");

-- AddForeignKey
ALTER TABLE "Photo" ADD CONSTRAINT "Photo_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- Those no step has taken: few, and looked for by whoever holds them and by the sweep that forgets them.
CREATE INDEX "Photo_held" ON "Photo" ("holder", "createdAt") WHERE "appealId" IS NULL;

ALTER TABLE "Photo" ADD CONSTRAINT "Photo_taken" CHECK (("appealId" IS NULL) = ("seq" IS NULL));

-- What a step has taken stays as it is: its hash stands in the log.
CREATE FUNCTION photo_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a photo that belongs to a step does not change';
END $$;
CREATE TRIGGER "Photo_stays" BEFORE UPDATE OR DELETE ON "Photo"
  FOR EACH ROW WHEN (OLD."appealId" IS NOT NULL)
  EXECUTE FUNCTION photo_stays();

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE, DELETE ON "Photo" TO huiyin_app;
