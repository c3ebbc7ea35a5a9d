-- What a person has decided about showing a picture to everybody, and who has read when and where it was taken.

-- CreateTable
CREATE TABLE "PhotoRelease" (
    "id" UUID NOT NULL,
    "photoId" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "across" INTEGER NOT NULL,
    "cells" INTEGER[],
    "sha256" CHAR(64),
    "width" INTEGER,
    "height" INTEGER,
    "reason" TEXT,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PhotoRelease_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PhotoRelease_photoId_nth_key" ON "PhotoRelease"("photoId", "nth");

-- CreateIndex
CREATE INDEX "PhotoRelease_personId_idx" ON "PhotoRelease"("personId");

-- AddForeignKey
ALTER TABLE "PhotoRelease" ADD CONSTRAINT "PhotoRelease_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "Photo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhotoRelease" ADD CONSTRAINT "PhotoRelease_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable: a look at when and where a picture of staff was taken opens no resident's data.
ALTER TABLE "Reveal" ADD COLUMN "photoId" UUID, ALTER COLUMN "voiceId" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "Reveal_photoId_idx" ON "Reveal"("photoId");

-- AddForeignKey
ALTER TABLE "Reveal" ADD CONSTRAINT "Reveal_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "Photo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- Either there is a file, or a reason why there is none.
ALTER TABLE "PhotoRelease" ADD CONSTRAINT "PhotoRelease_decided" CHECK (
  ("sha256" IS NULL) = ("reason" IS NOT NULL)
  AND ("sha256" IS NULL) = ("width" IS NULL) AND ("sha256" IS NULL) = ("height" IS NULL));

ALTER TABLE "Reveal" ADD CONSTRAINT "Reveal_of_something" CHECK (
  "voiceId" IS NOT NULL OR "photoId" IS NOT NULL);

-- Roles ------------------------------------------------------------------------------

-- Decisions are added, never changed. They hold a reason somebody wrote: nothing for the reader.
GRANT SELECT, INSERT ON "PhotoRelease" TO huiyin_app;
