-- Where somebody is signed in, and when they last proved who they are.

-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "proofMinutes" INTEGER NOT NULL DEFAULT 15;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "agent" TEXT,
ADD COLUMN     "network" TEXT,
ADD COLUMN     "provedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "seenAt" TIMESTAMPTZ(3);

-- What the schema language cannot say ------------------------------------------------

UPDATE "Session" SET "provedAt" = "createdAt";

ALTER TABLE "Installation" ADD CONSTRAINT "Installation_proof_minutes" CHECK ("proofMinutes" BETWEEN 5 AND 720);
