-- Who somebody is at the single sign-on of the county, bound to them once.

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "identity" TEXT,
ADD COLUMN     "identityAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "Person_identity_key" ON "Person"("identity");

-- What the schema language cannot say ------------------------------------------------

ALTER TABLE "Person" ADD CONSTRAINT "Person_identity_bound" CHECK (("identity" IS NULL) = ("identityAt" IS NULL));
