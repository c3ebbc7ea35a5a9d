-- Steps of cases closed long ago, folded into one row a case: docs/decisions/0058-archives.md.

-- CreateTable
CREATE TABLE "ArchivedCase" (
    "appealId" UUID NOT NULL,
    "archivedAt" TIMESTAMPTZ(3) NOT NULL,
    "toSeq" INTEGER NOT NULL,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "toAt" TIMESTAMPTZ(3) NOT NULL,
    "format" SMALLINT NOT NULL,
    "ids" UUID[],
    "verbs" TEXT[],
    "ats" TIMESTAMPTZ(3)[],
    "recordedAts" TIMESTAMPTZ(3)[],
    "actorKinds" TEXT[],
    "personIds" UUID[],
    "unitIds" UUID[],
    "voiceIds" UUID[],
    "statuses" "Status"[],
    "rounds" SMALLINT[],
    "data" JSONB NOT NULL,
    "bound" JSONB NOT NULL,
    "commitments" BYTEA NOT NULL,
    "assumed" BOOLEAN[],
    "formKeys" UUID[],
    "hashes" BYTEA NOT NULL,

    CONSTRAINT "ArchivedCase_pkey" PRIMARY KEY ("appealId")
);

-- CreateIndex
CREATE INDEX "ArchivedCase_toAt_idx" ON "ArchivedCase"("toAt");

-- AddForeignKey
ALTER TABLE "ArchivedCase" ADD CONSTRAINT "ArchivedCase_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- Steps have their order from 1 on without gaps, and a place in every list; only what is last of all may be cut off.
ALTER TABLE "ArchivedCase" ADD CONSTRAINT "ArchivedCase_whole" CHECK (
  "toSeq" >= 1 AND cardinality("ids") = "toSeq" AND cardinality("verbs") = "toSeq" AND cardinality("ats") = "toSeq"
  AND cardinality("statuses") = "toSeq" AND cardinality("rounds") = "toSeq" AND length("hashes") = 32 * "toSeq");

-- Returns that were upheld propose a change of the catalogue, however old they are.
CREATE INDEX "ArchivedCase_upheld" ON "ArchivedCase" ("toAt") WHERE "data" @> '[{"upheld": true}]';

-- A row is packed where it stands, and is read whole.
ALTER TABLE "ArchivedCase"
  ALTER COLUMN "ids" SET STORAGE MAIN,
  ALTER COLUMN "verbs" SET STORAGE MAIN,
  ALTER COLUMN "ats" SET STORAGE MAIN,
  ALTER COLUMN "recordedAts" SET STORAGE MAIN,
  ALTER COLUMN "actorKinds" SET STORAGE MAIN,
  ALTER COLUMN "personIds" SET STORAGE MAIN,
  ALTER COLUMN "unitIds" SET STORAGE MAIN,
  ALTER COLUMN "voiceIds" SET STORAGE MAIN,
  ALTER COLUMN "statuses" SET STORAGE MAIN,
  ALTER COLUMN "rounds" SET STORAGE MAIN,
  ALTER COLUMN "data" SET STORAGE MAIN,
  ALTER COLUMN "bound" SET STORAGE MAIN,
  ALTER COLUMN "commitments" SET STORAGE MAIN,
  ALTER COLUMN "assumed" SET STORAGE MAIN,
  ALTER COLUMN "formKeys" SET STORAGE MAIN,
  ALTER COLUMN "hashes" SET STORAGE MAIN;
ALTER TABLE "ArchivedCase" SET (toast_tuple_target = 256);

-- The steps a row holds, to the letter what they were. One statement, so that the planner looks into it.
CREATE FUNCTION archived_steps(c "ArchivedCase") RETURNS SETOF "Event" LANGUAGE sql STABLE AS $$
  SELECT s.id, c."appealId", s.seq::int, c."format", s.verb, s.at, coalesce(s."recordedAt", s.at), s."actorKind",
    s."personId", s."unitId", s."voiceId", CASE WHEN s.seq > 1 THEN c."statuses"[s.seq - 1] END, s."toStatus", s.round::int,
    c."data"->(s.seq - 1)::int,
    (SELECT coalesce(jsonb_object_agg(b.field, encode(substr(c."commitments", b.place::int, 32), 'hex')), '{}')
      FROM jsonb_each_text(c."bound"->(s.seq - 1)::int) AS b(field, place)),
    coalesce(s.assumed, FALSE), s."formKey",
    CASE WHEN s.seq > 1 THEN encode(substr(c."hashes", 32 * s.seq::int - 63, 32), 'hex') ELSE repeat('0', 64) END::char(64),
    encode(substr(c."hashes", 32 * s.seq::int - 31, 32), 'hex')::char(64)
  FROM unnest(c."ids", c."verbs", c."ats", c."recordedAts", c."actorKinds", c."personIds", c."unitIds", c."voiceIds",
      c."statuses", c."rounds", c."assumed", c."formKeys") WITH ORDINALITY
    AS s(id, verb, at, "recordedAt", "actorKind", "personId", "unitId", "voiceId", "toStatus", round, assumed, "formKey", seq)
$$;

-- Every step of one case in no order, from rows or from the archive. For whoever asks case by case: what is joined to a view
-- of both would be read from end to end.
CREATE FUNCTION case_steps(id uuid) RETURNS SETOF "Event" LANGUAGE sql STABLE AS $$
  SELECT e.* FROM "Event" e WHERE e."appealId" = case_steps.id
  UNION ALL
  SELECT s.* FROM "ArchivedCase" c CROSS JOIN LATERAL archived_steps(c) s WHERE c."appealId" = case_steps.id
$$;

-- Every step there is. "fromAt" and "toAt": between them lies the step; whoever asks about a period leaves out by them
-- what need not be opened.
CREATE VIEW "Step" AS
  SELECT e.*, e.at AS "fromAt", e.at AS "toAt" FROM "Event" e
  UNION ALL
  SELECT s.*, c."fromAt", c."toAt" FROM "ArchivedCase" c CROSS JOIN LATERAL archived_steps(c) s;

-- Roles ------------------------------------------------------------------------------

-- Folding is the owner's: what serves people reads.
GRANT SELECT ON "ArchivedCase", "Step" TO huiyin_app, huiyin_reader;
