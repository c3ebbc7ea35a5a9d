-- Reports made by themselves: what the figures of a day, a week or a month were when it was over.

-- CreateEnum
CREATE TYPE "ReportKind" AS ENUM ('day', 'week', 'month');

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "kind" "ReportKind" NOT NULL,
    "fromOn" CHAR(10) NOT NULL,
    "toOn" CHAR(10) NOT NULL,
    "zone" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Report_kind_fromOn_key" ON "Report"("kind", "fromOn");

-- CreateIndex
CREATE INDEX "Round_endedAt_idx" ON "Round"("endedAt");

-- Roles ------------------------------------------------------------------------------

-- Made once and never counted anew.
GRANT SELECT, INSERT ON "Report" TO huiyin_app;
GRANT SELECT ON "Report" TO huiyin_reader;
