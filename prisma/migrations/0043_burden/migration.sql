-- What staff did, and what the system did by itself, between two instants: the burden ledger asks nothing else.
CREATE INDEX "Event_desk" ON "Event" ("at") WHERE "actorKind" IN ('person', 'system');
