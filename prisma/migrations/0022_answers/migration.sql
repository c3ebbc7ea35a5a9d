-- Answers to what is often asked, for everybody to read before they file.

-- CreateTable
CREATE TABLE "Answer" (
    "id" UUID NOT NULL,
    "categoryId" UUID,
    "question" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "questionEn" TEXT,
    "bodyEn" TEXT,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Answer_categoryId_idx" ON "Answer"("categoryId");

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------

ALTER TABLE "Answer" ADD CONSTRAINT "Answer_both_in_english" CHECK (("questionEn" IS NULL) = ("bodyEn" IS NULL));

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON "Answer" TO huiyin_app;
GRANT SELECT ON "Answer" TO huiyin_reader;
