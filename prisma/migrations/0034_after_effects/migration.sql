-- Does it last? Cases that came after an answer, at the same place and about the same subject.

-- CreateTable
CREATE TABLE "Whereabout" (
    "key" BIGINT NOT NULL,
    "topicId" UUID NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "appealId" UUID NOT NULL,
    "kind" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Seeking" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "appealId" UUID NOT NULL,

    CONSTRAINT "Seeking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AfterEffect" (
    "roundId" UUID NOT NULL,
    "laterId" UUID NOT NULL,
    "fixId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "place" BIGINT NOT NULL,
    "topicId" UUID NOT NULL,
    "how" TEXT NOT NULL,
    "metres" INTEGER,

    CONSTRAINT "AfterEffect_pkey" PRIMARY KEY ("roundId","laterId")
);

-- CreateTable
CREATE TABLE "AfterEffectMark" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "laterId" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "struck" BOOLEAN NOT NULL,
    "grounds" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AfterEffectMark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Whereabout_key_topicId_filedAt_appealId_key" ON "Whereabout"("key", "topicId", "filedAt", "appealId");

-- CreateIndex
CREATE INDEX "Whereabout_appealId_idx" ON "Whereabout"("appealId");

-- CreateIndex
CREATE INDEX "Seeking_appealId_idx" ON "Seeking"("appealId");

-- CreateIndex
CREATE INDEX "AfterEffect_laterId_idx" ON "AfterEffect"("laterId");

-- CreateIndex
CREATE INDEX "AfterEffect_fixId_idx" ON "AfterEffect"("fixId");

-- CreateIndex
CREATE INDEX "AfterEffect_at_idx" ON "AfterEffect"("at");

-- CreateIndex
CREATE UNIQUE INDEX "AfterEffectMark_roundId_laterId_nth_key" ON "AfterEffectMark"("roundId", "laterId", "nth");

-- CreateIndex
CREATE INDEX "AfterEffectMark_laterId_idx" ON "AfterEffectMark"("laterId");

-- CreateIndex
CREATE INDEX "AfterEffectMark_personId_idx" ON "AfterEffectMark"("personId");

-- AddForeignKey
ALTER TABLE "Whereabout" ADD CONSTRAINT "Whereabout_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seeking" ADD CONSTRAINT "Seeking_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AfterEffect" ADD CONSTRAINT "AfterEffect_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AfterEffect" ADD CONSTRAINT "AfterEffect_laterId_fkey" FOREIGN KEY ("laterId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AfterEffect" ADD CONSTRAINT "AfterEffect_fixId_fkey" FOREIGN KEY ("fixId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AfterEffectMark" ADD CONSTRAINT "AfterEffectMark_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AfterEffectMark" ADD CONSTRAINT "AfterEffectMark_laterId_fkey" FOREIGN KEY ("laterId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AfterEffectMark" ADD CONSTRAINT "AfterEffectMark_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

ALTER TABLE "Whereabout" ADD CONSTRAINT "Whereabout_kind" CHECK ("kind" IN ('spot', 'name', 'nameBesideSpot', 'cell'));
ALTER TABLE "AfterEffect" ADD CONSTRAINT "AfterEffect_how" CHECK ("how" IN ('spot', 'point', 'name'));

-- Answers a unit says it did something for, as lib/lasting watches them.
CREATE INDEX "Round_fixes" ON "Round" ("resolvedAt") WHERE "outcome" IN ('done', 'partly') AND NOT "atDesk";

-- A case is sought anew when it comes, when its subject changes, and with each answer, of whichever way it is written.
-- Rows may be there twice: nobody who files or answers waits for another.
CREATE FUNCTION seek_after_effects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Appeal' THEN
    INSERT INTO "Seeking" ("appealId") VALUES (NEW.id);
  ELSE
    INSERT INTO "Seeking" ("appealId") VALUES (NEW."appealId");
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Detail_seek" AFTER INSERT OR UPDATE OF "place", "lat", "lon" ON "Detail"
  FOR EACH ROW EXECUTE FUNCTION seek_after_effects();
CREATE TRIGGER "Appeal_seek" AFTER UPDATE OF "categoryId" ON "Appeal"
  FOR EACH ROW WHEN (OLD."categoryId" IS DISTINCT FROM NEW."categoryId") EXECUTE FUNCTION seek_after_effects();
CREATE TRIGGER "Round_seek" AFTER UPDATE OF "resolvedAt" ON "Round"
  FOR EACH ROW WHEN (OLD."resolvedAt" IS DISTINCT FROM NEW."resolvedAt") EXECUTE FUNCTION seek_after_effects();

-- Where a category is moved or merged, so are the subjects of the cases under it.
CREATE FUNCTION seek_under_category() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Seeking" ("appealId")
  SELECT a.id FROM "Category" c JOIN "Appeal" a ON a."categoryId" = c.id
  WHERE c.id = NEW.id OR starts_with(c.path, OLD.path) OR starts_with(c.path, NEW.path);
  RETURN NULL;
END $$;

CREATE TRIGGER "Category_seek" AFTER UPDATE OF "path", "mergedIntoId" ON "Category"
  FOR EACH ROW WHEN (OLD.path IS DISTINCT FROM NEW.path OR OLD."mergedIntoId" IS DISTINCT FROM NEW."mergedIntoId")
  EXECUTE FUNCTION seek_under_category();

-- Cases that were here before are sought by lib/jobs/sweep-after-effects.ts.
INSERT INTO "Seeking" ("appealId") SELECT "appealId" FROM "Detail";

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT, DELETE ON "Whereabout", "Seeking" TO huiyin_app;
GRANT SELECT, INSERT, DELETE ON "AfterEffect" TO huiyin_app;
GRANT UPDATE ("place", "topicId", "how", "metres") ON "AfterEffect" TO huiyin_app;
-- What somebody struck off, and why, is never rewritten.
GRANT SELECT, INSERT ON "AfterEffectMark" TO huiyin_app;
