-- Sessions of staff that end when nobody did anything for so many minutes, where administration wants that.

-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "idleMinutes" INTEGER;

-- What the schema language cannot say ------------------------------------------------

ALTER TABLE "Installation" ADD CONSTRAINT "Installation_idle_minutes" CHECK ("idleMinutes" BETWEEN 10 AND 720);
