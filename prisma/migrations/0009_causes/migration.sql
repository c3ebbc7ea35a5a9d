-- AlterEnum
ALTER TYPE "RequestKind" ADD VALUE 'cause';

-- AlterEnum
ALTER TYPE "RequestKind" ADD VALUE 'test';

-- CreateEnum
CREATE TYPE "CauseClass" AS ENUM ('rule', 'budget', 'plan', 'data', 'department');

-- CreateEnum
CREATE TYPE "QuestionEnd" AS ENUM ('answered', 'reached', 'ended', 'passed', 'void');

-- AlterTable
ALTER TABLE "Request" ADD COLUMN     "causeClass" "CauseClass",
ADD COLUMN     "ownerUnitId" UUID,
ADD COLUMN     "ownerUnitPath" TEXT;

-- AlterTable
ALTER TABLE "Pause" ADD COLUMN     "questionId" UUID,
ADD COLUMN     "requestId" UUID;

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "unitPath" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "untilOn" CHAR(10) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedAs" "QuestionEnd",
    "endedSeq" INTEGER,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cause" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "class" "CauseClass" NOT NULL,
    "unitId" UUID NOT NULL,
    "unitPath" TEXT NOT NULL,
    "requestId" UUID,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredSeq" INTEGER,
    "byOn" CHAR(10),
    "endedAt" TIMESTAMPTZ(3),
    "endedSeq" INTEGER,

    CONSTRAINT "Cause_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Question_appealId_idx" ON "Question"("appealId");

-- CreateIndex
CREATE INDEX "Cause_appealId_idx" ON "Cause"("appealId");

-- CreateIndex
CREATE INDEX "Cause_roundId_idx" ON "Cause"("roundId");

-- CreateIndex
CREATE INDEX "Cause_unitId_appealId_idx" ON "Cause"("unitId", "appealId");

-- CreateIndex
CREATE INDEX "Cause_unitPath_appealId_idx" ON "Cause"("unitPath" text_pattern_ops, "appealId");

-- AddForeignKey
ALTER TABLE "Pause" ADD CONSTRAINT "Pause_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pause" ADD CONSTRAINT "Pause_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cause" ADD CONSTRAINT "Cause_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cause" ADD CONSTRAINT "Cause_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cause" ADD CONSTRAINT "Cause_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- One question open and one owner of the cause, an appeal.
CREATE UNIQUE INDEX "Question_one_open" ON "Question" ("appealId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Cause_one_open" ON "Cause" ("appealId") WHERE "endedAt" IS NULL;

-- Clocks that stand still, for the counts of supervision and the mark of an inbox row.
CREATE INDEX "Pause_open" ON "Pause" ("clockId") WHERE "untilAt" IS NULL;

-- A place that is set up already gets the new numbers as its preset gives them.
INSERT INTO "RuleSetting" ("ruleSet", key, amount, unit, source)
SELECT own."ruleSet", it.key, CASE own."ruleSet" WHEN 'petition' THEN it.petition ELSE it.amount END,
  it.unit::"LimitUnit", it.source
FROM (SELECT DISTINCT "ruleSet" FROM "RuleSetting") own
CROSS JOIN (VALUES
  ('questionTimes', 2, 2, NULL, '等诉求人答复时停表，次数为本系统预设，可改'),
  ('questionMost', 5, 15, 'calendarDays', '等诉求人答复的天数为本系统预设，可改'),
  ('questionTries', 2, 2, NULL, '本系统预设，可改'),
  ('testTimes', 2, 2, NULL, '参照行政许可法（2019 修正）第四十五条：检验、检测、检疫、鉴定所需时间不计入期限；次数为本系统预设，可改'),
  ('testMost', 60, 90, 'calendarDays', '参照行政许可法（2019 修正）第四十五条：检验、检测、检疫、鉴定所需时间不计入期限；天数为本系统预设，可改')
) AS it (key, amount, petition, unit, source)
ON CONFLICT DO NOTHING;

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON "Question", "Cause" TO huiyin_app;
GRANT SELECT ON "Question", "Cause" TO huiyin_reader;
