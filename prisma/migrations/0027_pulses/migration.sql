-- What runs says that it runs, and since when each check has stood as it stands.

-- CreateTable
CREATE TABLE "Pulse" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "told" JSONB,

    CONSTRAINT "Pulse_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "HealthState" (
    "check" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HealthState_pkey" PRIMARY KEY ("check","host")
);

-- Roles ------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE, DELETE ON "Pulse", "HealthState" TO huiyin_app;
GRANT SELECT ON "Pulse", "HealthState" TO huiyin_reader;
-- Whether the tables are those the code expects: by name alone, and never to be written.
GRANT SELECT ("migration_name", "finished_at", "rolled_back_at") ON _prisma_migrations TO huiyin_app;
