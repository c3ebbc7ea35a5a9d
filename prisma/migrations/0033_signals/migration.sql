-- Signals to look at: what detectors find about a unit, who looked into it, and the traces they find it by.

-- AlterTable: both are told in keyed hashes alone, and forgotten.
ALTER TABLE "Session" ADD COLUMN     "trace" TEXT;

-- AlterTable
ALTER TABLE "Photo" ADD COLUMN     "look" CHAR(16);

-- CreateTable
CREATE TABLE "VerdictTrace" (
    "verdictId" UUID NOT NULL,
    "network" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VerdictTrace_pkey" PRIMARY KEY ("verdictId")
);

-- CreateTable
CREATE TABLE "Signal" (
    "id" UUID NOT NULL,
    "detector" TEXT NOT NULL,
    "unitId" UUID NOT NULL,
    "fromOn" CHAR(10) NOT NULL,
    "toOn" CHAR(10) NOT NULL,
    "numbers" JSONB NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "personId" UUID,
    "finding" TEXT,
    "lookedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Signal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignalCase" (
    "signalId" UUID NOT NULL,
    "appealId" UUID NOT NULL,

    CONSTRAINT "SignalCase_pkey" PRIMARY KEY ("signalId", "appealId")
);

-- CreateTable
CREATE TABLE "SignalRun" (
    "toOn" CHAR(10) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignalRun_pkey" PRIMARY KEY ("toOn")
);

-- CreateIndex
CREATE INDEX "Verdict_at_idx" ON "Verdict"("at");

-- CreateIndex
CREATE INDEX "VerdictTrace_at_idx" ON "VerdictTrace"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Signal_detector_unitId_toOn_key" ON "Signal"("detector", "unitId", "toOn");

-- CreateIndex
CREATE INDEX "Signal_unitId_idx" ON "Signal"("unitId");

-- CreateIndex
CREATE INDEX "Signal_personId_idx" ON "Signal"("personId");

-- CreateIndex
CREATE INDEX "SignalCase_appealId_idx" ON "SignalCase"("appealId");

-- AddForeignKey
ALTER TABLE "VerdictTrace" ADD CONSTRAINT "VerdictTrace_verdictId_fkey" FOREIGN KEY ("verdictId") REFERENCES "Verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signal" ADD CONSTRAINT "Signal_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signal" ADD CONSTRAINT "Signal_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignalCase" ADD CONSTRAINT "SignalCase_signalId_fkey" FOREIGN KEY ("signalId") REFERENCES "Signal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignalCase" ADD CONSTRAINT "SignalCase_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- Nobody has looked into what is open; whatever is not says who did, when, and what they found.
ALTER TABLE "Signal" ADD CONSTRAINT "Signal_looked_into" CHECK (
  "state" IN ('open', 'explained', 'confirmed')
  AND ("state" = 'open') = ("personId" IS NULL)
  AND ("state" = 'open') = ("finding" IS NULL)
  AND ("state" = 'open') = ("lookedAt" IS NULL));

-- Roles ------------------------------------------------------------------------------

-- A trace is written once and forgotten. Who came from where is nothing for the reader.
GRANT SELECT, INSERT, DELETE ON "VerdictTrace" TO huiyin_app;
GRANT SELECT, INSERT ON "Signal", "SignalCase", "SignalRun" TO huiyin_app;
-- What was found is never rewritten; only what somebody made of it is added.
GRANT UPDATE ("state", "personId", "finding", "lookedAt") ON "Signal" TO huiyin_app;
