-- CreateEnum
CREATE TYPE "LimitLevel" AS ENUM ('national', 'province', 'city', 'county');

-- CreateEnum
CREATE TYPE "SupervisionCause" AS ENUM ('person', 'redCard', 'overdue', 'unsolvedRounds', 'handOvers', 'pressed', 'silent');

-- CreateEnum
CREATE TYPE "Card" AS ENUM ('yellow', 'red');

-- CreateEnum
CREATE TYPE "RequestKind" AS ENUM ('extend', 'park', 'conclude', 'object');

-- CreateEnum
CREATE TYPE "RequestOutcome" AS ENUM ('granted', 'refused', 'void');

-- AlterEnum
ALTER TYPE "ClockKind" ADD VALUE 'decide';

-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "mark" BYTEA,
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "setUpAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "mergedIntoId" UUID;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "deputyId" UUID,
ADD COLUMN     "digest" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "noticesSeenAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Category" ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "retiredAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "CalendarVersion" ADD COLUMN     "appliedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Limit" ADD COLUMN     "level" "LimitLevel" NOT NULL DEFAULT 'county',
ADD COLUMN     "retiredAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Appeal" ADD COLUMN     "trial" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Clock" ADD COLUMN     "card" "Card",
ADD COLUMN     "requestId" UUID;

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "personId" UUID;

-- CreateTable
CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "fromOn" CHAR(10) NOT NULL,
    "untilOn" CHAR(10) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Change" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID,
    "subject" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RuleSetting" (
    "ruleSet" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "unit" "LimitUnit",
    "source" TEXT NOT NULL,

    CONSTRAINT "RuleSetting_pkey" PRIMARY KEY ("ruleSet","key")
);

-- CreateTable
CREATE TABLE "SupervisionRule" (
    "id" UUID NOT NULL,
    "cause" "SupervisionCause" NOT NULL,
    "threshold" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "source" TEXT NOT NULL,

    CONSTRAINT "SupervisionRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupervisionOfficer" (
    "level" INTEGER NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "SupervisionOfficer_pkey" PRIMARY KEY ("level","personId")
);

-- CreateTable
CREATE TABLE "Template" (
    "id" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "categoryId" UUID,
    "name" TEXT NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TemplateVersion" (
    "id" UUID NOT NULL,
    "templateId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID,

    CONSTRAINT "TemplateVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedFilter" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,

    CONSTRAINT "SavedFilter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Digest" (
    "personId" UUID NOT NULL,
    "on" CHAR(10) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("personId","on")
);

-- CreateTable
CREATE TABLE "Extension" (
    "id" UUID NOT NULL,
    "clockId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "amount" INTEGER NOT NULL,
    "unit" "LimitUnit" NOT NULL,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Request" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "kind" "RequestKind" NOT NULL,
    "unitId" UUID,
    "unitPath" TEXT,
    "voiceId" UUID,
    "askedIn" "Status" NOT NULL,
    "amount" INTEGER,
    "unit" "LimitUnit",
    "untilOn" CHAR(10),
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "outcome" "RequestOutcome",
    "endedSeq" INTEGER,

    CONSTRAINT "Request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Supervision" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "cause" "SupervisionCause" NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "leaderId" UUID,
    "takenAt" TIMESTAMPTZ(3),
    "nextOn" CHAR(10),
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Supervision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lookup" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "phoneHash" TEXT NOT NULL,
    "found" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Lookup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Presence" (
    "appealId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "step" TEXT,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("appealId","personId")
);

-- CreateIndex
CREATE INDEX "Absence_personId_untilOn_idx" ON "Absence"("personId", "untilOn");

-- CreateIndex
CREATE INDEX "Change_at_id_idx" ON "Change"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Change_subject_subjectId_at_idx" ON "Change"("subject", "subjectId", "at" DESC);

-- CreateIndex
CREATE INDEX "Change_personId_at_idx" ON "Change"("personId", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "SupervisionRule_cause_threshold_key" ON "SupervisionRule"("cause", "threshold");

-- CreateIndex
CREATE INDEX "SupervisionOfficer_personId_idx" ON "SupervisionOfficer"("personId");

-- CreateIndex
CREATE INDEX "Template_verb_idx" ON "Template"("verb");

-- CreateIndex
CREATE INDEX "Template_categoryId_idx" ON "Template"("categoryId");

-- CreateIndex
CREATE UNIQUE INDEX "TemplateVersion_templateId_number_key" ON "TemplateVersion"("templateId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "SavedFilter_personId_place_name_key" ON "SavedFilter"("personId", "place", "name");

-- CreateIndex
CREATE INDEX "Extension_clockId_idx" ON "Extension"("clockId");

-- CreateIndex
CREATE INDEX "Request_appealId_idx" ON "Request"("appealId");

-- CreateIndex
CREATE INDEX "Request_roundId_idx" ON "Request"("roundId");

-- CreateIndex
CREATE INDEX "Supervision_appealId_idx" ON "Supervision"("appealId");

-- CreateIndex
CREATE INDEX "Lookup_phoneHash_idx" ON "Lookup"("phoneHash");

-- CreateIndex
CREATE INDEX "Lookup_personId_at_idx" ON "Lookup"("personId", "at");

-- CreateIndex
CREATE INDEX "Presence_personId_idx" ON "Presence"("personId");

-- CreateIndex
CREATE INDEX "Notice_unitId_createdAt_idx" ON "Notice"("unitId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Notice_personId_createdAt_idx" ON "Notice"("personId", "createdAt" DESC);

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_deputyId_fkey" FOREIGN KEY ("deputyId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Category" ADD CONSTRAINT "Category_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupervisionOfficer" ADD CONSTRAINT "SupervisionOfficer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Template" ADD CONSTRAINT "Template_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TemplateVersion" ADD CONSTRAINT "TemplateVersion_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "Template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedFilter" ADD CONSTRAINT "SavedFilter_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clock" ADD CONSTRAINT "Clock_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_clockId_fkey" FOREIGN KEY ("clockId") REFERENCES "Clock"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Supervision" ADD CONSTRAINT "Supervision_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- One pending request of a kind, one supervision not released, an appeal.
CREATE UNIQUE INDEX "Request_one_pending" ON "Request" ("appealId", kind) WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Supervision_one_open" ON "Supervision" ("appealId") WHERE "releasedAt" IS NULL;

-- What the sweeps of cards, supervision and dates look for.
CREATE INDEX "Clock_yellow_due" ON "Clock" ("yellowAt") WHERE "stoppedAt" IS NULL AND card IS NULL;
CREATE INDEX "Clock_red_due" ON "Clock" ("redAt") WHERE "stoppedAt" IS NULL AND card IS DISTINCT FROM 'red';
CREATE INDEX "Clock_running" ON "Clock" ("calendarVersion") WHERE "stoppedAt" IS NULL;
CREATE INDEX "Clock_promise_running" ON "Clock" ("dueAt") WHERE kind = 'promise' AND "stoppedAt" IS NULL;
CREATE INDEX "Assignment_handed_over" ON "Assignment" ("roundId") WHERE role = 'lead' AND "endedAs" IN ('sentBack', 'redispatched');
CREATE INDEX "Round_again" ON "Round" ("appealId", number) WHERE number > 1 AND "endedAt" IS NULL;
CREATE INDEX "Appeal_open_last" ON "Appeal" ("lastAt") WHERE status <> 'closed';
CREATE INDEX "Pressure_pressed" ON "Pressure" ("appealId") WHERE pressed;
CREATE INDEX "Supervision_open" ON "Supervision" (level, "nextOn") WHERE "releasedAt" IS NULL;

-- Nobody is sent a second digest of the same day, nobody is a deputy of themselves.
ALTER TABLE "Person" ADD CONSTRAINT "Person_own_deputy" CHECK ("deputyId" <> id);
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_in_order" CHECK ("fromOn" <= "untilOn");

-- Where people have already filed, set-up is over.
UPDATE "Installation" SET "setUpAt" = now() WHERE EXISTS (SELECT FROM "Appeal");

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON "Absence", "RuleSetting", "SupervisionRule", "Template", "Digest",
  "Request", "Supervision" TO huiyin_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "SupervisionOfficer", "SavedFilter", "Presence" TO huiyin_app;

-- What was changed, asked for or looked up stays as it was written.
GRANT SELECT, INSERT ON "Change", "Extension", "Lookup", "TemplateVersion" TO huiyin_app;

GRANT SELECT ON "RuleSetting", "SupervisionRule", "Request", "Supervision", "Extension"
  TO huiyin_reader;
