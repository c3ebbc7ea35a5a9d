-- What the public window printed of a month: printed once, and never counted anew.

-- CreateTable
CREATE TABLE "OpenMonth" (
    "fromOn" CHAR(10) NOT NULL,
    "zone" TEXT NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL,
    "window" JSONB NOT NULL,

    CONSTRAINT "OpenMonth_pkey" PRIMARY KEY ("fromOn")
);

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT ON "OpenMonth" TO huiyin_app;
GRANT SELECT ON "OpenMonth" TO huiyin_reader;
