-- CreateEnum
CREATE TYPE "CallOutcome" AS ENUM ('reported', 'notOurs', 'silent', 'void');

-- CreateEnum
CREATE TYPE "CallRating" AS ENUM ('good', 'fair', 'poor');

-- AlterEnum
ALTER TYPE "LimitUnit" ADD VALUE 'minutes' BEFORE 'hours';

-- AlterEnum
ALTER TYPE "ClockKind" ADD VALUE 'reportIn';
ALTER TYPE "ClockKind" ADD VALUE 'arrive';
ALTER TYPE "ClockKind" ADD VALUE 'reportBack';

-- AlterTable
ALTER TABLE "Clock" ADD COLUMN     "callId" UUID;

-- CreateTable
CREATE TABLE "Call" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "fromUnitId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "unitPath" TEXT NOT NULL,
    "personId" UUID,
    "nth" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "onSite" BOOLEAN NOT NULL,
    "reportInBy" TIMESTAMPTZ(3),
    "arriveBy" TIMESTAMPTZ(3),
    "reportBackBy" TIMESTAMPTZ(3),
    "reportedInAt" TIMESTAMPTZ(3),
    "arrivedAt" TIMESTAMPTZ(3),
    "reportedBackAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "endedSeq" INTEGER,
    "outcome" "CallOutcome",
    "helpRating" "CallRating",
    "callRating" "CallRating",

    CONSTRAINT "Call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Call_appealId_seq_nth_key" ON "Call"("appealId", "seq", "nth");

-- CreateIndex
CREATE INDEX "Call_roundId_idx" ON "Call"("roundId");

-- CreateIndex
CREATE INDEX "Call_fromUnitId_at_idx" ON "Call"("fromUnitId", "at");

-- CreateIndex
CREATE INDEX "Call_unitId_appealId_idx" ON "Call"("unitId", "appealId");

-- CreateIndex
CREATE INDEX "Call_unitPath_appealId_idx" ON "Call"("unitPath" text_pattern_ops, "appealId");

-- CreateIndex
CREATE INDEX "Clock_callId_idx" ON "Clock"("callId");

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_fromUnitId_fkey" FOREIGN KEY ("fromUnitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clock" ADD CONSTRAINT "Clock_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- A unit has one open call in a case; nobody but the lead is helped, and by one unit.
CREATE UNIQUE INDEX "Call_one_open" ON "Call" ("appealId", "unitId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Assignment_one_open_second" ON "Assignment" ("roundId") WHERE role = 'second' AND "untilAt" IS NULL;

-- What the supervisors' list of silent units looks for.
CREATE INDEX "Call_silent" ON "Call" ("endedAt") WHERE outcome = 'silent';

-- An ended call says how; a unit is not called by itself.
ALTER TABLE "Call" ADD CONSTRAINT "Call_ended" CHECK (("endedAt" IS NULL) = (outcome IS NULL));
ALTER TABLE "Call" ADD CONSTRAINT "Call_of_another" CHECK ("fromUnitId" <> "unitId");

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON "Call" TO huiyin_app;
GRANT SELECT ON "Call" TO huiyin_reader;
