-- A second factor for staff (TOTP), recovery codes, and sessions that still wait for it.

-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "secondFactorFrom" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "factorTakenAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "awaits" TEXT;

-- CreateTable
CREATE TABLE "SecondFactor" (
    "personId" UUID NOT NULL,
    "secret" TEXT,
    "pending" TEXT,
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "hash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "RecoveryCode_personId_idx" ON "RecoveryCode"("personId");

-- AddForeignKey
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

ALTER TABLE "Session" ADD CONSTRAINT "Session_awaits_words" CHECK ("awaits" IN ('code', 'enrolment'));
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_confirmed" CHECK (("secret" IS NULL) = ("confirmedAt" IS NULL));

-- Whoever has lost a second factor at somebody else's hands is told by letter too.
CREATE FUNCTION queue_factor_taken() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job('tell-factor-taken', json_build_object('personId', NEW.id),
    job_key => 'factor-taken:' || NEW.id);
  RETURN NULL;
END
$$;
CREATE TRIGGER "Person_factor_taken" AFTER UPDATE OF "factorTakenAt" ON "Person"
  FOR EACH ROW WHEN (NEW."factorTakenAt" IS NOT NULL AND NEW."factorTakenAt" IS DISTINCT FROM OLD."factorTakenAt")
  EXECUTE FUNCTION queue_factor_taken();

-- Roles ------------------------------------------------------------------------------

-- What is taken away or replaced does not stay.
GRANT SELECT, INSERT, UPDATE, DELETE ON "SecondFactor", "RecoveryCode" TO huiyin_app;
