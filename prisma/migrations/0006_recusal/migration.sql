-- CreateEnum
CREATE TYPE "RecusalGround" AS ENUM ('named', 'declared');

-- AlterTable
ALTER TABLE "Appeal" ADD COLUMN     "fallbackFor" TEXT[] DEFAULT '{}',
ADD COLUMN     "fallbackIds" UUID[] DEFAULT '{}',
ADD COLUMN     "namesPerson" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "recused" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Fallback" (
    "place" INTEGER NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "Fallback_pkey" PRIMARY KEY ("place")
);

-- CreateTable
CREATE TABLE "Recusal" (
    "id" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "unitId" UUID,
    "unitPath" TEXT,
    "personId" UUID,
    "ground" "RecusalGround" NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedSeq" INTEGER,

    CONSTRAINT "Recusal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Fallback_personId_key" ON "Fallback"("personId");

-- CreateIndex
CREATE INDEX "Recusal_appealId_idx" ON "Recusal"("appealId");

-- CreateIndex
CREATE INDEX "Person_deputyId_idx" ON "Person"("deputyId");

-- AddForeignKey
ALTER TABLE "Fallback" ADD CONSTRAINT "Fallback_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- There are two of them, and a recusal bars a unit or a person, never both or neither.
ALTER TABLE "Fallback" ADD CONSTRAINT "Fallback_two" CHECK (place IN (1, 2));
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_one" CHECK (("unitPath" IS NULL) <> ("personId" IS NULL));

-- What the sweep that looks who is left looks through: few of very many.
CREATE INDEX "Appeal_recused_open" ON "Appeal" (id) WHERE recused AND status <> 'closed';

-- The desk of the two who take what nobody else may.
CREATE INDEX "Turn_entrusted" ON "Turn" ("personId", "dueAt", id) WHERE capability = 'entrusted';

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON "Recusal" TO huiyin_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Fallback" TO huiyin_app;
GRANT SELECT ON "Recusal" TO huiyin_reader;
