-- Until when a unit may send a case back: a clock of its own that nobody owes.
ALTER TYPE "ClockKind" ADD VALUE 'sendBack';

-- A naming after so many hand-overs that the unit cannot send it back.
ALTER TABLE "Assignment" ADD COLUMN     "final" BOOLEAN NOT NULL DEFAULT false;
