-- What cases asked of staff in a month, as it was counted last: docs/decisions/0063-the-burden-of-a-month.md.

-- CreateTable
CREATE TABLE "BurdenMonth" (
    "fromOn" CHAR(10) NOT NULL,
    "zone" TEXT NOT NULL,
    "made" TEXT NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL,
    "tookMs" INTEGER NOT NULL,
    "counts" JSONB NOT NULL,

    CONSTRAINT "BurdenMonth_pkey" PRIMARY KEY ("fromOn")
);

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON "BurdenMonth" TO huiyin_app;
GRANT SELECT ON "BurdenMonth" TO huiyin_reader;
