-- Spot checks: which cases were up, what drew them, and what was found.

-- CreateTable
CREATE TABLE "SpotDraw" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "afterSeal" INTEGER NOT NULL,
    "sealId" INTEGER NOT NULL,
    "root" CHAR(64) NOT NULL,
    "perMille" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "valueOn" CHAR(10) NOT NULL,
    "secret" CHAR(64) NOT NULL,
    "secretHash" CHAR(64) NOT NULL,
    "cases" INTEGER NOT NULL,
    "listHash" CHAR(64) NOT NULL,
    "value" TEXT,
    "valueAt" TIMESTAMPTZ(3),
    "valueById" UUID,
    "chosen" INTEGER,
    "pickedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SpotDraw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SpotCandidate" (
    "drawId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "chosen" BOOLEAN,

    CONSTRAINT "SpotCandidate_pkey" PRIMARY KEY ("drawId","appealId")
);

-- CreateTable
CREATE TABLE "SpotCheck" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "drawId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL,
    "how" TEXT,
    "outcome" TEXT,
    "personId" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "endedSeq" INTEGER,

    CONSTRAINT "SpotCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SpotDraw_number_key" ON "SpotDraw"("number");

-- CreateIndex
CREATE UNIQUE INDEX "SpotDraw_sealId_key" ON "SpotDraw"("sealId");

-- CreateIndex
CREATE INDEX "SpotCandidate_roundId_idx" ON "SpotCandidate"("roundId");

-- CreateIndex
CREATE INDEX "SpotCandidate_appealId_idx" ON "SpotCandidate"("appealId");

-- CreateIndex
CREATE INDEX "SpotCheck_appealId_idx" ON "SpotCheck"("appealId");

-- CreateIndex
CREATE UNIQUE INDEX "SpotCheck_drawId_appealId_key" ON "SpotCheck"("drawId", "appealId");

-- CreateIndex
CREATE UNIQUE INDEX "SpotCheck_roundId_key" ON "SpotCheck"("roundId");

-- AddForeignKey
ALTER TABLE "SpotDraw" ADD CONSTRAINT "SpotDraw_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpotDraw" ADD CONSTRAINT "SpotDraw_valueById_fkey" FOREIGN KEY ("valueById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpotDraw" ADD CONSTRAINT "SpotDraw_sealId_fkey" FOREIGN KEY ("sealId") REFERENCES "Seal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpotCandidate" ADD CONSTRAINT "SpotCandidate_drawId_fkey" FOREIGN KEY ("drawId") REFERENCES "SpotDraw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpotCandidate" ADD CONSTRAINT "SpotCandidate_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpotCandidate" ADD CONSTRAINT "SpotCandidate_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpotCheck" ADD CONSTRAINT "SpotCheck_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpotCheck" ADD CONSTRAINT "SpotCheck_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpotCheck" ADD CONSTRAINT "SpotCheck_drawId_fkey" FOREIGN KEY ("drawId") REFERENCES "SpotDraw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpotCheck" ADD CONSTRAINT "SpotCheck_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

ALTER TABLE "SpotDraw" ADD CONSTRAINT "SpotDraw_share" CHECK ("perMille" BETWEEN 1 AND 1000);

-- The public value comes whole, and nothing is drawn without it.
ALTER TABLE "SpotDraw" ADD CONSTRAINT "SpotDraw_value_whole" CHECK (
  ("value" IS NULL) = ("valueAt" IS NULL) AND ("value" IS NULL) = ("valueById" IS NULL)
  AND ("value" IS NULL) = ("chosen" IS NULL) AND ("pickedAt" IS NULL OR "value" IS NOT NULL));

-- One draw waits for its value at a time: none is left aside for a better one.
CREATE UNIQUE INDEX "SpotDraw_one_waits" ON "SpotDraw"(("value" IS NULL)) WHERE "value" IS NULL;

ALTER TABLE "SpotCheck" ADD CONSTRAINT "SpotCheck_ended" CHECK (
  ("outcome" IS NULL) = ("endedAt" IS NULL) AND ("outcome" IS NULL) = ("endedSeq" IS NULL)
  AND ("outcome" IS NULL OR "outcome" IN ('yes', 'partly', 'no', 'notReached', 'void'))
  AND ("how" IS NULL OR "how" IN ('call', 'visit')));

-- Roles ------------------------------------------------------------------------------

-- What was up, and for what it was to be drawn with, is never rewritten: only what comes after.
GRANT SELECT, INSERT ON "SpotDraw" TO huiyin_app;
GRANT UPDATE ("value", "valueAt", "valueById", "chosen", "pickedAt") ON "SpotDraw" TO huiyin_app;
GRANT SELECT, INSERT ON "SpotCandidate" TO huiyin_app;
GRANT UPDATE ("chosen") ON "SpotCandidate" TO huiyin_app;
GRANT SELECT, INSERT, UPDATE ON "SpotCheck" TO huiyin_app;
GRANT SELECT ON "SpotDraw", "SpotCandidate", "SpotCheck" TO huiyin_reader;
