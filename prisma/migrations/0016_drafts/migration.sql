-- What somebody has begun to tell, kept until it is sent or forgotten.

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Draft_savedAt_idx" ON "Draft"("savedAt");

-- Roles ------------------------------------------------------------------------------

-- Nobody reads drafts but whoever writes them: nothing for the reader.
GRANT SELECT, INSERT, UPDATE, DELETE ON "Draft" TO huiyin_app;
