-- Figures are counted again from the log every night: docs/measures.md, "Counted again from the log".

-- CreateTable
CREATE TABLE "RecountRun" (
    "on" DATE NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "after" UUID,
    "counted" BOOLEAN NOT NULL DEFAULT false,
    "cases" INTEGER NOT NULL DEFAULT 0,
    "events" BIGINT NOT NULL DEFAULT 0,
    "figures" BIGINT NOT NULL DEFAULT 0,
    "differences" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RecountRun_pkey" PRIMARY KEY ("on")
);

-- What the schema language cannot say ------------------------------------------------

ALTER TABLE "RecountRun" ADD CONSTRAINT "RecountRun_whole" CHECK ("finishedAt" IS NULL OR "counted");

-- Roles ------------------------------------------------------------------------------

-- Nobody takes back that a night found something: runs are never deleted by the application.
GRANT SELECT, INSERT, UPDATE ON "RecountRun" TO huiyin_app;
GRANT SELECT ON "RecountRun" TO huiyin_reader;
