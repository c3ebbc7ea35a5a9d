-- The system, security and audit administrators apart, where a county wants that (GB/T 22239-2019, level 3).

-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "apartEndAskedAt" TIMESTAMPTZ(3),
ADD COLUMN     "apartEndAskedById" UUID,
ADD COLUMN     "apartSince" TIMESTAMPTZ(3);

-- What the schema language cannot say ------------------------------------------------

ALTER TABLE "Installation" ADD CONSTRAINT "Installation_apart_end_asked" CHECK (
  ("apartEndAskedAt" IS NULL) = ("apartEndAskedById" IS NULL)
  AND ("apartEndAskedAt" IS NULL OR "apartSince" IS NOT NULL));
