-- Signed roots over the chains of all appeals, by the hour and by the day: the sealed log.

-- CreateTable
CREATE TABLE "SealKey" (
    "id" CHAR(16) NOT NULL,
    "nth" INTEGER NOT NULL,
    "publicKey" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "by" CHAR(16) NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "SealKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Seal" (
    "id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "from" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "root" CHAR(64) NOT NULL,
    "prevRoot" CHAR(64) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "keyId" CHAR(16) NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "Seal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SealedStretch" (
    "appealId" UUID NOT NULL,
    "sealId" INTEGER NOT NULL,
    "fromSeq" INTEGER NOT NULL,
    "toSeq" INTEGER NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "SealedStretch_pkey" PRIMARY KEY ("appealId", "toSeq")
);

-- CreateIndex
CREATE UNIQUE INDEX "SealKey_nth_key" ON "SealKey"("nth");

-- CreateIndex
CREATE UNIQUE INDEX "Seal_kind_prevRoot_key" ON "Seal"("kind", "prevRoot");

-- CreateIndex
CREATE UNIQUE INDEX "SealedStretch_sealId_appealId_key" ON "SealedStretch"("sealId", "appealId");

-- AddForeignKey
ALTER TABLE "Seal" ADD CONSTRAINT "Seal_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "SealKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SealedStretch" ADD CONSTRAINT "SealedStretch_sealId_fkey" FOREIGN KEY ("sealId") REFERENCES "Seal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

ALTER TABLE "Seal" ADD CONSTRAINT "Seal_kind" CHECK ("kind" IN ('hourly', 'daily'));
ALTER TABLE "SealedStretch" ADD CONSTRAINT "SealedStretch_in_order" CHECK ("fromSeq" BETWEEN 1 AND "toSeq");

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT ON "SealKey", "Seal", "SealedStretch" TO huiyin_app;
GRANT SELECT ON "SealKey", "Seal", "SealedStretch" TO huiyin_reader;
