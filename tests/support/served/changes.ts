import { withClient } from '@/scripts/launcher/with-client';

/**
 * Has the database write down every row that any statement adds, changes or removes. Counters of tries are left
 * out, when a session was last seen, who is at a case's page, and how the process itself is: any request may change
 * those.
 */
const watching = `
  CREATE TABLE "Noted" (id bigserial PRIMARY KEY, of text, doing text, who text);
  CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN
    IF TG_TABLE_NAME = 'Session' AND TG_OP = 'UPDATE'
      AND to_jsonb(OLD) - 'seenAt' = to_jsonb(NEW) - 'seenAt' THEN RETURN NULL; END IF;
    INSERT INTO public."Noted" (of, doing, who)
      VALUES (TG_TABLE_NAME, lower(TG_OP), COALESCE(to_jsonb(NEW), to_jsonb(OLD))->>'personId');
    RETURN NULL;
  END $$;
  DO $$ DECLARE named text; BEGIN
    FOR named IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
      AND tablename NOT IN ('Noted', 'Attempt', 'Presence', 'HealthState', '_prisma_migrations') LOOP
      EXECUTE format('CREATE TRIGGER noted AFTER INSERT OR UPDATE OR DELETE ON %I
        FOR EACH ROW EXECUTE FUNCTION note()', named);
    END LOOP;
  END $$`;

const withOwner = <T>(work: Parameters<typeof withClient<T>>[1]): Promise<T> =>
  withClient(process.env.DATABASE_URL ?? '', work);

export const watchChanges = (): Promise<unknown> => withOwner((client) => client.query(watching));

/** What was written since the last asking: `insert Event`, each kind once. */
export const changesSince = (): Promise<string[]> =>
  withOwner(async (client) => {
    const { rows } = await client.query<{ said: string }>(
      `WITH gone AS (DELETE FROM "Noted" RETURNING doing, of)
       SELECT DISTINCT doing || ' ' || of AS said FROM gone ORDER BY said`,
    );
    return rows.map(({ said }) => said);
  });
