-- The first migration: every table of the first loop, and the three database roles.
-- owner: whoever applies migrations. huiyin_app: what web and worker may do.
-- huiyin_reader: reads only. Applying this file needs the right to create roles,
-- or that the two roles exist already and are granted to the owner.


-- CreateEnum
CREATE TYPE "UnitKind" AS ENUM ('hotline', 'city', 'district', 'street', 'community', 'department', 'utility');

-- CreateEnum
CREATE TYPE "Urgency" AS ENUM ('extraUrgent', 'urgent', 'ordinary', 'complex');

-- CreateEnum
CREATE TYPE "LimitUnit" AS ENUM ('hours', 'calendarDays', 'workingDays');

-- CreateEnum
CREATE TYPE "Status" AS ENUM ('filed', 'dispatched', 'accepted', 'contacted', 'resolved', 'closed', 'parked');

-- CreateEnum
CREATE TYPE "ClosedAs" AS ENUM ('judged', 'heard', 'lapsed', 'declined', 'withdrawn', 'merged', 'concluded');

-- CreateEnum
CREATE TYPE "AppealKind" AS ENUM ('consultation', 'help', 'complaint', 'report', 'suggestion');

-- CreateEnum
CREATE TYPE "Origin" AS ENUM ('own', 'forCaller', 'imported');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('web', 'telephone', 'visit', 'letter', 'imported');

-- CreateEnum
CREATE TYPE "VoiceRole" AS ENUM ('filer', 'joined');

-- CreateEnum
CREATE TYPE "Reach" AS ENUM ('telephone', 'email', 'link', 'none');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('done', 'partly', 'cannot');

-- CreateEnum
CREATE TYPE "AssignmentRole" AS ENUM ('lead', 'second');

-- CreateEnum
CREATE TYPE "AssignmentEnd" AS ENUM ('sentBack', 'redispatched', 'roundEnded', 'closed');

-- CreateEnum
CREATE TYPE "ClockKind" AS ENUM ('promise', 'dispatch', 'accept', 'contact', 'rate');

-- CreateEnum
CREATE TYPE "ClockOutcome" AS ENUM ('met', 'late', 'tried', 'void');

-- CreateEnum
CREATE TYPE "Solved" AS ENUM ('yes', 'partly', 'no');

-- CreateEnum
CREATE TYPE "Satisfaction" AS ENUM ('satisfied', 'neutral', 'dissatisfied');

-- CreateEnum
CREATE TYPE "Occasion" AS ENUM ('closing', 'lookBack');

-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "ruleSet" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "reopenDays" INTEGER NOT NULL DEFAULT 30,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "kind" "UnitKind" NOT NULL,
    "parentId" UUID,
    "path" TEXT NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "login" TEXT NOT NULL,
    "passwordHash" TEXT,
    "roles" TEXT[],
    "locale" TEXT,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "tokenHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Category" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "parentId" UUID,
    "path" TEXT NOT NULL,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarVersion" (
    "version" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "lastKnownYear" INTEGER NOT NULL,
    "businessEndsAt" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalendarVersion_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "version" INTEGER NOT NULL,
    "on" CHAR(10) NOT NULL,
    "working" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("version","on")
);

-- CreateTable
CREATE TABLE "Limit" (
    "id" UUID NOT NULL,
    "ruleSet" TEXT NOT NULL,
    "kind" "ClockKind" NOT NULL,
    "urgency" "Urgency",
    "categoryId" UUID,
    "amount" INTEGER NOT NULL,
    "unit" "LimitUnit" NOT NULL,
    "source" TEXT NOT NULL,
    "statutory" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" UUID NOT NULL,
    "caseNumber" VARCHAR(20) NOT NULL,
    "status" "Status" NOT NULL,
    "closedAs" "ClosedAs",
    "kind" "AppealKind" NOT NULL,
    "urgency" "Urgency" NOT NULL,
    "categoryId" UUID,
    "channel" "Channel" NOT NULL,
    "step" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "reopenUntil" TIMESTAMPTZ(3),
    "lastSeq" INTEGER NOT NULL,
    "lastHash" CHAR(64) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "importId" UUID,
    "sourceNumber" TEXT,

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Detail" (
    "appealId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "since" TEXT,
    "wish" TEXT,
    "words" TEXT[],

    CONSTRAINT "Detail_pkey" PRIMARY KEY ("appealId")
);

-- CreateTable
CREATE TABLE "Voice" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "role" "VoiceRole" NOT NULL,
    "reach" "Reach" NOT NULL,
    "secret" BOOLEAN NOT NULL,
    "locale" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "Voice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "voiceId" UUID NOT NULL,
    "name" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "phoneHash" TEXT,
    "emailHash" TEXT,
    "salt" CHAR(32) NOT NULL,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("voiceId")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "origin" "Origin" NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "outcome" "Outcome",
    "unitId" UUID,
    "unitPath" TEXT,
    "atDesk" BOOLEAN NOT NULL DEFAULT false,
    "invited" UUID[],
    "countedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "unitPath" TEXT NOT NULL,
    "personId" UUID,
    "role" "AssignmentRole" NOT NULL,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "untilAt" TIMESTAMPTZ(3),
    "endedAs" "AssignmentEnd",

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Clock" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "assignmentId" UUID,
    "kind" "ClockKind" NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "remaining" JSONB,
    "yellowAt" TIMESTAMPTZ(3),
    "redAt" TIMESTAMPTZ(3),
    "stoppedAt" TIMESTAMPTZ(3),
    "outcome" "ClockOutcome",
    "amount" INTEGER NOT NULL,
    "unit" "LimitUnit" NOT NULL,
    "source" TEXT NOT NULL,
    "calendarVersion" INTEGER NOT NULL,
    "provisional" BOOLEAN NOT NULL,

    CONSTRAINT "Clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pause" (
    "id" UUID NOT NULL,
    "clockId" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "untilAt" TIMESTAMPTZ(3),

    CONSTRAINT "Pause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verdict" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "voiceId" UUID NOT NULL,
    "occasion" "Occasion" NOT NULL,
    "reached" BOOLEAN,
    "solved" "Solved" NOT NULL,
    "goOn" BOOLEAN NOT NULL,
    "result" "Satisfaction",
    "handling" "Satisfaction",
    "released" BOOLEAN NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pressure" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "voiceId" UUID NOT NULL,
    "pressed" BOOLEAN NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Pressure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Interview" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "voiceId" UUID NOT NULL,
    "personId" UUID,
    "reached" BOOLEAN NOT NULL,
    "solved" "Solved",
    "goOn" BOOLEAN NOT NULL,
    "result" "Satisfaction",
    "handling" "Satisfaction",
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Interview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "voiceId" UUID,
    "unitId" UUID,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reveal" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "voiceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reveal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Turn" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "unitId" UUID,
    "personId" UUID,
    "capability" TEXT,
    "verb" TEXT NOT NULL,
    "notBefore" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "yellowAt" TIMESTAMPTZ(3),
    "redAt" TIMESTAMPTZ(3),

    CONSTRAINT "Turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Text" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "body" TEXT,
    "salt" CHAR(32),
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "format" SMALLINT NOT NULL,
    "verb" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "actorKind" TEXT NOT NULL,
    "personId" UUID,
    "unitId" UUID,
    "voiceId" UUID,
    "fromStatus" "Status",
    "toStatus" "Status" NOT NULL,
    "round" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "commitments" JSONB NOT NULL,
    "assumed" BOOLEAN NOT NULL,
    "formKey" UUID,
    "prevHash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "voiceId" UUID,
    "unitId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseCounter" (
    "on" CHAR(10) NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "CaseCounter_pkey" PRIMARY KEY ("on")
);

-- CreateIndex
CREATE UNIQUE INDEX "Unit_code_key" ON "Unit"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_path_key" ON "Unit"("path");

-- CreateIndex
CREATE INDEX "Unit_parentId_idx" ON "Unit"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_login_key" ON "Person"("login");

-- CreateIndex
CREATE INDEX "Person_unitId_idx" ON "Person"("unitId");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Invitation_personId_idx" ON "Invitation"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Category_code_key" ON "Category"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Category_path_key" ON "Category"("path");

-- CreateIndex
CREATE INDEX "Category_parentId_idx" ON "Category"("parentId");

-- CreateIndex
CREATE INDEX "Limit_ruleSet_kind_idx" ON "Limit"("ruleSet", "kind");

-- CreateIndex
CREATE INDEX "Limit_categoryId_idx" ON "Limit"("categoryId");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_caseNumber_key" ON "Appeal"("caseNumber");

-- CreateIndex
CREATE INDEX "Appeal_filedAt_id_idx" ON "Appeal"("filedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Appeal_status_filedAt_id_idx" ON "Appeal"("status", "filedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Appeal_categoryId_filedAt_idx" ON "Appeal"("categoryId", "filedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_importId_sourceNumber_key" ON "Appeal"("importId", "sourceNumber");

-- CreateIndex
CREATE INDEX "Detail_words_idx" ON "Detail" USING GIN ("words");

-- CreateIndex
CREATE INDEX "Voice_appealId_idx" ON "Voice"("appealId");

-- CreateIndex
CREATE INDEX "Contact_phoneHash_idx" ON "Contact"("phoneHash");

-- CreateIndex
CREATE INDEX "Round_countedAt_idx" ON "Round"("countedAt");

-- CreateIndex
CREATE INDEX "Round_unitPath_countedAt_idx" ON "Round"("unitPath" text_pattern_ops, "countedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Round_appealId_number_key" ON "Round"("appealId", "number");

-- CreateIndex
CREATE INDEX "Assignment_appealId_idx" ON "Assignment"("appealId");

-- CreateIndex
CREATE INDEX "Assignment_roundId_idx" ON "Assignment"("roundId");

-- CreateIndex
CREATE INDEX "Assignment_unitId_appealId_idx" ON "Assignment"("unitId", "appealId");

-- CreateIndex
CREATE INDEX "Assignment_unitPath_appealId_idx" ON "Assignment"("unitPath" text_pattern_ops, "appealId");

-- CreateIndex
CREATE INDEX "Assignment_personId_idx" ON "Assignment"("personId");

-- CreateIndex
CREATE INDEX "Clock_appealId_idx" ON "Clock"("appealId");

-- CreateIndex
CREATE INDEX "Clock_roundId_idx" ON "Clock"("roundId");

-- CreateIndex
CREATE INDEX "Clock_assignmentId_idx" ON "Clock"("assignmentId");

-- CreateIndex
CREATE INDEX "Clock_kind_dueAt_idx" ON "Clock"("kind", "dueAt");

-- CreateIndex
CREATE INDEX "Pause_clockId_idx" ON "Pause"("clockId");

-- CreateIndex
CREATE INDEX "Verdict_appealId_idx" ON "Verdict"("appealId");

-- CreateIndex
CREATE INDEX "Verdict_voiceId_idx" ON "Verdict"("voiceId");

-- CreateIndex
CREATE UNIQUE INDEX "Verdict_roundId_voiceId_occasion_key" ON "Verdict"("roundId", "voiceId", "occasion");

-- CreateIndex
CREATE INDEX "Pressure_appealId_idx" ON "Pressure"("appealId");

-- CreateIndex
CREATE INDEX "Pressure_roundId_idx" ON "Pressure"("roundId");

-- CreateIndex
CREATE INDEX "Pressure_voiceId_idx" ON "Pressure"("voiceId");

-- CreateIndex
CREATE INDEX "Interview_appealId_idx" ON "Interview"("appealId");

-- CreateIndex
CREATE INDEX "Interview_roundId_idx" ON "Interview"("roundId");

-- CreateIndex
CREATE INDEX "Interview_voiceId_idx" ON "Interview"("voiceId");

-- CreateIndex
CREATE INDEX "Interview_personId_idx" ON "Interview"("personId");

-- CreateIndex
CREATE INDEX "Message_appealId_idx" ON "Message"("appealId");

-- CreateIndex
CREATE INDEX "Message_voiceId_idx" ON "Message"("voiceId");

-- CreateIndex
CREATE INDEX "Reveal_appealId_idx" ON "Reveal"("appealId");

-- CreateIndex
CREATE INDEX "Reveal_voiceId_idx" ON "Reveal"("voiceId");

-- CreateIndex
CREATE INDEX "Reveal_personId_at_idx" ON "Reveal"("personId", "at");

-- CreateIndex
CREATE INDEX "Turn_appealId_idx" ON "Turn"("appealId");

-- CreateIndex
CREATE INDEX "Turn_unitId_dueAt_id_idx" ON "Turn"("unitId", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Turn_capability_dueAt_id_idx" ON "Turn"("capability", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Turn_personId_dueAt_id_idx" ON "Turn"("personId", "dueAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Text_appealId_seq_field_key" ON "Text"("appealId", "seq", "field");

-- CreateIndex
CREATE UNIQUE INDEX "Event_formKey_key" ON "Event"("formKey");

-- CreateIndex
CREATE UNIQUE INDEX "Event_appealId_seq_key" ON "Event"("appealId", "seq");

-- CreateIndex
CREATE INDEX "Notice_appealId_idx" ON "Notice"("appealId");

-- CreateIndex
CREATE INDEX "Notice_voiceId_idx" ON "Notice"("voiceId");

-- CreateIndex
CREATE UNIQUE INDEX "Import_source_key" ON "Import"("source");

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Category" ADD CONSTRAINT "Category_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarDay" ADD CONSTRAINT "CalendarDay_version_fkey" FOREIGN KEY ("version") REFERENCES "CalendarVersion"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Limit" ADD CONSTRAINT "Limit_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Detail" ADD CONSTRAINT "Detail_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Voice" ADD CONSTRAINT "Voice_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_voiceId_fkey" FOREIGN KEY ("voiceId") REFERENCES "Voice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clock" ADD CONSTRAINT "Clock_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clock" ADD CONSTRAINT "Clock_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clock" ADD CONSTRAINT "Clock_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pause" ADD CONSTRAINT "Pause_clockId_fkey" FOREIGN KEY ("clockId") REFERENCES "Clock"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_voiceId_fkey" FOREIGN KEY ("voiceId") REFERENCES "Voice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pressure" ADD CONSTRAINT "Pressure_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pressure" ADD CONSTRAINT "Pressure_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pressure" ADD CONSTRAINT "Pressure_voiceId_fkey" FOREIGN KEY ("voiceId") REFERENCES "Voice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interview" ADD CONSTRAINT "Interview_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interview" ADD CONSTRAINT "Interview_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interview" ADD CONSTRAINT "Interview_voiceId_fkey" FOREIGN KEY ("voiceId") REFERENCES "Voice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interview" ADD CONSTRAINT "Interview_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_voiceId_fkey" FOREIGN KEY ("voiceId") REFERENCES "Voice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reveal" ADD CONSTRAINT "Reveal_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reveal" ADD CONSTRAINT "Reveal_voiceId_fkey" FOREIGN KEY ("voiceId") REFERENCES "Voice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reveal" ADD CONSTRAINT "Reveal_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_voiceId_fkey" FOREIGN KEY ("voiceId") REFERENCES "Voice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- Exactly one open lead assignment a round.
CREATE UNIQUE INDEX "Assignment_one_open_lead" ON "Assignment" ("roundId") WHERE role = 'lead' AND "untilAt" IS NULL;

-- Exactly one filer an appeal.
CREATE UNIQUE INDEX "Voice_one_filer" ON "Voice" ("appealId") WHERE role = 'filer' AND "leftAt" IS NULL;

-- The sweep of rating clocks that have run out.
CREATE INDEX "Turn_system_due" ON "Turn" ("notBefore") WHERE capability = 'system';

-- Notices not yet settled.
CREATE INDEX "Notice_unsettled" ON "Notice" ("createdAt") WHERE "settledAt" IS NULL;

-- Roles ------------------------------------------------------------------------------

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'huiyin_app') THEN
    CREATE ROLE huiyin_app NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'huiyin_reader') THEN
    CREATE ROLE huiyin_reader NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'huiyin_app', 'MEMBER') THEN
    EXECUTE format('GRANT huiyin_app TO %I', current_user);
  END IF;
END
$$;

GRANT USAGE ON SCHEMA public TO huiyin_app, huiyin_reader;

-- Nothing is deleted but turns (rewritten by every step) and spent counters.
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO huiyin_app;
GRANT DELETE ON "Turn", "Attempt" TO huiyin_app;

-- What has been said or has happened stays as it was written.
REVOKE UPDATE ON "Event", "Verdict", "Pressure", "Interview", "Message", "Reveal" FROM huiyin_app;

-- The reader sees what happened and when, but no personal data and no word a person wrote.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO huiyin_reader;
REVOKE SELECT ON "Contact", "Detail", "Text", "Reveal", "Person", "Session", "Invitation", "Attempt"
  FROM huiyin_reader;

-- The record of migrations is the owner's alone.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    REVOKE ALL ON "_prisma_migrations" FROM huiyin_app, huiyin_reader;
  END IF;
END
$$;

-- Outbox -----------------------------------------------------------------------------

-- The queue's tables belong to the owner: the trigger adds the job with the owner's
-- rights, so that the application needs none there.
CREATE FUNCTION queue_notice() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job('deliver-notice', json_build_object('noticeId', NEW.id), job_key => 'notice:' || NEW.id);
  RETURN NULL;
END
$$;

CREATE TRIGGER "Notice_queue" AFTER INSERT ON "Notice" FOR EACH ROW EXECUTE FUNCTION queue_notice();
