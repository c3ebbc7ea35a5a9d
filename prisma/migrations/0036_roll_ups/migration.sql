-- What the supervisors' pages count, kept by day, week and month: docs/decisions/0047-roll-ups.md.

-- CreateTable
CREATE TABLE "MeasureKind" (
    "id" SMALLSERIAL NOT NULL,
    "part" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "answer" TEXT,
    "heard" TEXT,
    "late" BOOLEAN NOT NULL,

    CONSTRAINT "MeasureKind_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeasureShare" (
    "appealId" UUID NOT NULL,
    "ons" DATE[],
    "units" UUID[],
    "kinds" SMALLINT[],
    "tooks" BIGINT[],

    CONSTRAINT "MeasureShare_pkey" PRIMARY KEY ("appealId")
);

-- CreateTable
CREATE TABLE "MeasureRollUp" (
    "grain" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "part" TEXT NOT NULL,
    "unitId" UUID NOT NULL,
    "kinds" SMALLINT[],
    "tooks" BIGINT[],
    "ns" INTEGER[],

    CONSTRAINT "MeasureRollUp_pkey" PRIMARY KEY ("grain","on","part","unitId")
);

-- CreateTable
CREATE TABLE "MeasureStale" (
    "id" BIGSERIAL NOT NULL,
    "appealId" UUID NOT NULL,

    CONSTRAINT "MeasureStale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeasureMark" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "made" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "upTo" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MeasureMark_pkey" PRIMARY KEY ("id")
);

-- What the schema language cannot say ------------------------------------------------

-- Silence is one answer: two kinds that differ in nothing would be counted apart.
CREATE UNIQUE INDEX "MeasureKind_one" ON "MeasureKind" ("key", "origin", "answer", "heard", "late") NULLS NOT DISTINCT;

ALTER TABLE "MeasureMark" ADD CONSTRAINT "MeasureMark_one" CHECK ("id" = 1);
ALTER TABLE "MeasureRollUp" ADD CONSTRAINT "MeasureRollUp_grain" CHECK ("grain" IN ('day', 'week', 'month'));

-- Limits that fall due by the mere passing of time: asked between two instants.
CREATE INDEX "Clock_due_running" ON "Clock" ("dueAt") WHERE "stoppedAt" IS NULL;

-- Every change of a case comes with an event, and is seen with it or not at all.
CREATE FUNCTION measure_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MeasureStale" ("appealId")
  SELECT "appealId" FROM fresh
  -- A step of the case others are part of moves their promises too.
  UNION SELECT m."sourceId" FROM fresh f JOIN "Merge" m ON m."targetId" = f."appealId"
  UNION SELECT m."targetId" FROM fresh f JOIN "Merge" m ON m."sourceId" = f."appealId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Event_measure" AFTER INSERT ON "Event" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION measure_stale();

-- Cases of an import count from when it has finished, all at once and without an event.
CREATE FUNCTION measure_stale_import() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MeasureStale" ("appealId") SELECT id FROM "Appeal" WHERE "importId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "Import_measure" AFTER UPDATE OF "finishedAt" ON "Import" FOR EACH ROW
  WHEN (OLD."finishedAt" IS DISTINCT FROM NEW."finishedAt") EXECUTE FUNCTION measure_stale_import();

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE, DELETE
  ON "MeasureKind", "MeasureShare", "MeasureRollUp", "MeasureStale", "MeasureMark" TO huiyin_app;
GRANT USAGE ON SEQUENCE "MeasureKind_id_seq", "MeasureStale_id_seq" TO huiyin_app;
GRANT SELECT ON "MeasureKind", "MeasureShare", "MeasureRollUp", "MeasureStale", "MeasureMark" TO huiyin_reader;
