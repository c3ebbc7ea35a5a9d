-- Cases that are like another are found by a few words of each.

-- AlterTable
ALTER TABLE "Detail" ADD COLUMN     "keywordRule" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Keyword" (
    "word" INTEGER NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "appealId" UUID NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Keyword_word_filedAt_appealId_key" ON "Keyword"("word", "filedAt", "appealId");

-- CreateIndex
CREATE INDEX "Recusal_personId_idx" ON "Recusal"("personId");

-- CreateIndex
CREATE INDEX "Recusal_unitPath_idx" ON "Recusal"("unitPath");

-- AddForeignKey
ALTER TABLE "Keyword" ADD CONSTRAINT "Keyword_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- Cases that were here before are cut afterwards, by lib/jobs/sweep-keywords.ts; then this is empty.
CREATE INDEX "Detail_not_cut" ON "Detail" ("appealId") WHERE "keywordRule" = 0;

-- The newest cases are asked for most: they are to be read from the index alone.
ALTER TABLE "Keyword" SET (autovacuum_vacuum_insert_scale_factor = 0.02);

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT ON "Keyword" TO huiyin_app;
GRANT SELECT ON "Keyword" TO huiyin_reader;
