-- One thing, many voices: cases joined into one, and taken apart again.

-- CreateTable
CREATE TABLE "Merge" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "targetId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "wasStatus" "Status" NOT NULL,
    "assignmentId" UUID,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "untilAt" TIMESTAMPTZ(3),

    CONSTRAINT "Merge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Merge_sourceId_idx" ON "Merge"("sourceId");

-- CreateIndex
CREATE INDEX "Merge_targetId_idx" ON "Merge"("targetId");

-- AddForeignKey
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- A case is merged into one other at most, and never into itself.
CREATE UNIQUE INDEX "Merge_one_standing" ON "Merge" ("sourceId") WHERE "untilAt" IS NULL;
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_not_itself" CHECK ("sourceId" <> "targetId");

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON "Merge" TO huiyin_app;
GRANT SELECT ON "Merge" TO huiyin_reader;
