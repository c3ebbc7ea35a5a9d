-- Tables taken out of the system: who took what, when, and what the file was.

-- CreateTable
CREATE TABLE "Export" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "fromOn" CHAR(10) NOT NULL,
    "toOn" CHAR(10) NOT NULL,
    "rows" INTEGER NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "digest" CHAR(64),

    CONSTRAINT "Export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Export_number_key" ON "Export"("number");

-- CreateIndex
CREATE INDEX "Export_personId_number_idx" ON "Export"("personId", "number" DESC);

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- Only what was handed over whole has a digest.
ALTER TABLE "Export" ADD CONSTRAINT "Export_digest_of_whole" CHECK ("digest" IS NULL OR "endedAt" IS NOT NULL);

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT ON "Export" TO huiyin_app;
-- Who took what is never rewritten, only how far it came.
GRANT UPDATE ("rows", "endedAt", "digest") ON "Export" TO huiyin_app;
GRANT USAGE ON SEQUENCE "Export_number_seq" TO huiyin_app;
GRANT SELECT ON "Export" TO huiyin_reader;
