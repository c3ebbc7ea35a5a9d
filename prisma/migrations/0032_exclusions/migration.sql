-- AlterEnum
ALTER TYPE "RequestKind" ADD VALUE 'exclude';

-- AlterEnum
ALTER TYPE "RequestKind" ADD VALUE 'keepIn';

-- CreateEnum
CREATE TYPE "ExclusionClass" AS ENUM ('unlawful', 'otherProcedure', 'outsideDuties', 'unreasonable', 'malicious', 'mistaken');

-- AlterTable
ALTER TABLE "Request" ADD COLUMN     "exclusionClass" "ExclusionClass";

-- What the public ledger of exclusions printed of a quarter: printed once, and never counted anew.

-- CreateTable
CREATE TABLE "OpenQuarter" (
    "fromOn" CHAR(10) NOT NULL,
    "zone" TEXT NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL,
    "ledger" JSONB NOT NULL,

    CONSTRAINT "OpenQuarter_pkey" PRIMARY KEY ("fromOn")
);

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT ON "OpenQuarter" TO huiyin_app;
GRANT SELECT ON "OpenQuarter" TO huiyin_reader;
