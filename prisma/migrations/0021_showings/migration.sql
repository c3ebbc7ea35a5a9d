-- Cases whose filers agreed that everybody may read them, and the words that are shown.

-- CreateTable
CREATE TABLE "Showing" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "slug" CHAR(16) NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "shownSeq" INTEGER,
    "shownAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Showing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Showing_slug_key" ON "Showing"("slug");

-- CreateIndex
CREATE INDEX "Showing_appealId_idx" ON "Showing"("appealId");

-- AddForeignKey
ALTER TABLE "Showing" ADD CONSTRAINT "Showing_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- One consent of a case stands at a time, and nothing is shown without one.
CREATE UNIQUE INDEX "Showing_one_standing" ON "Showing" ("appealId") WHERE "endedAt" IS NULL;
ALTER TABLE "Showing" ADD CONSTRAINT "Showing_shown" CHECK (
  ("shownSeq" IS NULL) = ("shownAt" IS NULL) AND ("endedAt" IS NULL OR "shownSeq" IS NULL));

-- What everybody reads, newest first; and what waits to be looked at.
CREATE INDEX "Showing_shown_newest" ON "Showing" ("shownAt" DESC, "id" DESC) WHERE "shownSeq" IS NOT NULL;
CREATE INDEX "Showing_waiting" ON "Showing" ("at", "id") WHERE "shownSeq" IS NULL AND "endedAt" IS NULL;

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON "Showing" TO huiyin_app;
GRANT SELECT ON "Showing" TO huiyin_reader;
