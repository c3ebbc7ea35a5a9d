-- AlterEnum
ALTER TYPE "AssignmentEnd" ADD VALUE 'recused' BEFORE 'roundEnded';

-- CreateTable
CREATE TABLE "CatalogueEntry" (
    "id" UUID NOT NULL,
    "categoryId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "leadKind" "UnitKind" NOT NULL,
    "leadUnitIds" UUID[] NOT NULL,
    "helpUnitIds" UUID[] NOT NULL,
    "basis" TEXT NOT NULL,
    "confusedWith" TEXT,
    "bySystem" BOOLEAN NOT NULL DEFAULT false,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "untilAt" TIMESTAMPTZ(3),
    "personId" UUID,

    CONSTRAINT "CatalogueEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Area" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[] NOT NULL,
    "keys" TEXT[] NOT NULL,
    "outline" JSONB,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Area_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CatalogueEntry_categoryId_number_key" ON "CatalogueEntry"("categoryId", "number");

-- CreateIndex
CREATE INDEX "Area_unitId_idx" ON "Area"("unitId");

-- AddForeignKey
ALTER TABLE "CatalogueEntry" ADD CONSTRAINT "CatalogueEntry_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogueEntry" ADD CONSTRAINT "CatalogueEntry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Area" ADD CONSTRAINT "Area_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

-- One entry in force, a category.
CREATE UNIQUE INDEX "CatalogueEntry_one_standing" ON "CatalogueEntry" ("categoryId") WHERE "untilAt" IS NULL;

-- Namings by which a returned case went to another unit: each may say that the catalogue is wrong.
CREATE INDEX "Event_upheld" ON "Event" ("at") WHERE verb = 'dispatch' AND data @> '{"upheld": true}';

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON "CatalogueEntry", "Area" TO huiyin_app;
GRANT SELECT ON "CatalogueEntry", "Area" TO huiyin_reader;
