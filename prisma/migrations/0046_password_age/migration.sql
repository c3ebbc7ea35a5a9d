-- Passwords that must be changed after so many days, where administration wants that.

-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "passwordDays" INTEGER;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "passwordSetAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "vouched" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "OldPassword" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OldPassword_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OldPassword_personId_until_idx" ON "OldPassword"("personId", "until");

-- AddForeignKey
ALTER TABLE "OldPassword" ADD CONSTRAINT "OldPassword_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

ALTER TABLE "Installation" ADD CONSTRAINT "Installation_password_days" CHECK ("passwordDays" BETWEEN 30 AND 730);

ALTER TABLE "Session" DROP CONSTRAINT "Session_awaits_words";
ALTER TABLE "Session" ADD CONSTRAINT "Session_awaits_words" CHECK ("awaits" IN ('code', 'enrolment', 'password'));

-- Whoever writes a password, by whichever way: its day is kept, and the one before only while the rule is on, five a person.
CREATE FUNCTION keep_password_age() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."passwordHash" IS NOT NULL THEN
    NEW."passwordSetAt" := date_trunc('milliseconds', clock_timestamp());
  END IF;
  IF OLD."passwordHash" IS NOT NULL AND EXISTS (SELECT FROM "Installation" WHERE "passwordDays" IS NOT NULL) THEN
    INSERT INTO "OldPassword" ("id", "personId", "hash", "until")
      VALUES (gen_random_uuid(), OLD.id, OLD."passwordHash", clock_timestamp());
  END IF;
  DELETE FROM "OldPassword" WHERE "personId" = OLD.id AND (
    NOT EXISTS (SELECT FROM "Installation" WHERE "passwordDays" IS NOT NULL)
    OR "id" NOT IN (SELECT "id" FROM "OldPassword" WHERE "personId" = OLD.id ORDER BY "until" DESC, "id" LIMIT 5));
  RETURN NEW;
END
$$;
CREATE TRIGGER "Person_password_age" BEFORE UPDATE OF "passwordHash" ON "Person"
  FOR EACH ROW WHEN (NEW."passwordHash" IS DISTINCT FROM OLD."passwordHash")
  EXECUTE FUNCTION keep_password_age();

-- The rule is ended: what it kept goes with it.
CREATE FUNCTION forget_old_passwords() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "OldPassword";
  RETURN NULL;
END
$$;
CREATE TRIGGER "Installation_old_passwords" AFTER UPDATE OF "passwordDays" ON "Installation"
  FOR EACH ROW WHEN (NEW."passwordDays" IS NULL AND OLD."passwordDays" IS NOT NULL)
  EXECUTE FUNCTION forget_old_passwords();

-- Roles ------------------------------------------------------------------------------

-- Written and removed by the triggers alone.
GRANT SELECT ON "OldPassword" TO huiyin_app;
