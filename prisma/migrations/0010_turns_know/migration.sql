-- AlterTable
ALTER TABLE "Turn" ADD COLUMN     "recused" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1;

-- What stands on the appeal, for the turns that are there.
UPDATE "Turn" t SET round = a.round, recused = a.recused
FROM "Appeal" a WHERE a.id = t."appealId" AND (a.round <> 1 OR a.recused);

-- AlterTable
ALTER TABLE "Turn" ALTER COLUMN "recused" DROP DEFAULT,
ALTER COLUMN "round" DROP DEFAULT;
