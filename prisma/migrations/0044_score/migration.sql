-- What the four headline rates weigh in one composite score, where a county wants one. None is there from the start.

-- CreateTable
CREATE TABLE "ScoreWeights" (
    "nth" INTEGER NOT NULL,
    "on" BOOLEAN NOT NULL,
    "response" INTEGER NOT NULL,
    "solved" INTEGER NOT NULL,
    "satisfiedResult" INTEGER NOT NULL,
    "satisfiedHandling" INTEGER NOT NULL,
    "grounds" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ScoreWeights_pkey" PRIMARY KEY ("nth")
);

-- CreateIndex
CREATE INDEX "ScoreWeights_personId_idx" ON "ScoreWeights"("personId");

-- AddForeignKey
ALTER TABLE "ScoreWeights" ADD CONSTRAINT "ScoreWeights_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- Shares of a hundred, all of them given out.
ALTER TABLE "ScoreWeights" ADD CONSTRAINT "ScoreWeights_hundred" CHECK (
  least("response", "solved", "satisfiedResult", "satisfiedHandling") >= 0
  AND "response" + "solved" + "satisfiedResult" + "satisfiedHandling" = 100);

-- Roles ------------------------------------------------------------------------------

-- A new set is added, none is rewritten: what weighed when must be told for good.
GRANT SELECT, INSERT ON "ScoreWeights" TO huiyin_app;
GRANT SELECT ON "ScoreWeights" TO huiyin_reader;
