-- Residents may speak what they file, by the service of their browser's maker, once administration allows it.

-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "dictationAllowedAt" TIMESTAMPTZ(3);
