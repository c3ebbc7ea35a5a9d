-- Two weeks after closing residents are asked whether it holds: cases by the day they were closed.

-- CreateIndex
CREATE INDEX "Appeal_closedAt_idx" ON "Appeal"("closedAt");
