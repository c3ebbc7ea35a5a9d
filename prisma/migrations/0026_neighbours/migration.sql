-- Neighbours who agreed to be asked whether something near them holds, and what they said.

-- CreateTable
CREATE TABLE "Nearby" (
    "voiceId" UUID NOT NULL,
    "placeHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Nearby_pkey" PRIMARY KEY ("voiceId")
);

-- CreateTable
CREATE TABLE "Asking" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "voiceId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "holds" TEXT,
    "answeredSeq" INTEGER,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Asking_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Nearby_placeHash_idx" ON "Nearby"("placeHash");

-- CreateIndex
CREATE INDEX "Asking_appealId_idx" ON "Asking"("appealId");

-- CreateIndex
CREATE INDEX "Asking_voiceId_at_idx" ON "Asking"("voiceId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Asking_roundId_voiceId_key" ON "Asking"("roundId", "voiceId");

-- AddForeignKey
ALTER TABLE "Nearby" ADD CONSTRAINT "Nearby_voiceId_fkey" FOREIGN KEY ("voiceId") REFERENCES "Voice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Asking" ADD CONSTRAINT "Asking_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Asking" ADD CONSTRAINT "Asking_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Asking" ADD CONSTRAINT "Asking_voiceId_fkey" FOREIGN KEY ("voiceId") REFERENCES "Voice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- An answer comes once, with the step that brought it.
ALTER TABLE "Asking" ADD CONSTRAINT "Asking_answered" CHECK (
  ("holds" IS NULL) = ("answeredAt" IS NULL) AND ("holds" IS NULL) = ("answeredSeq" IS NULL)
  AND ("holds" IS NULL OR "holds" IN ('yes', 'no', 'unsure')));

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT, DELETE ON "Nearby" TO huiyin_app;
GRANT SELECT ON "Nearby" TO huiyin_reader;
GRANT SELECT, INSERT, UPDATE ON "Asking" TO huiyin_app;
GRANT SELECT ON "Asking" TO huiyin_reader;
