import { db } from '@/lib/db/client';

/** Says that something runs, by the database's clock; `told` are figures for whoever asks for them. */
export async function beat(name: string, told: object | null = null): Promise<void> {
  const text = told && JSON.stringify(told);
  await db().$executeRaw`
    INSERT INTO "Pulse" (name, at, told) VALUES (${name}, clock_timestamp(), ${text}::jsonb)
    ON CONFLICT (name) DO UPDATE SET at = EXCLUDED.at, told = EXCLUDED.told`;
}

/** A process that ends leaves no figures behind. */
export async function forgetPulse(name: string): Promise<void> {
  await db().$executeRaw`DELETE FROM "Pulse" WHERE name = ${name}`;
}

/** Nor does one that was killed, after ten minutes. */
export async function forgetOldPulses(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "Pulse" WHERE name LIKE 'process:%' AND at < clock_timestamp() - interval '10 minutes'`;
}

/** Figures of processes that have beat in the last two minutes. */
export async function toldByOthers(): Promise<unknown[]> {
  const rows = await db().$queryRaw<{ told: unknown }[]>`
    SELECT told FROM "Pulse" WHERE name LIKE 'process:%' AND told IS NOT NULL
      AND at > clock_timestamp() - interval '2 minutes' ORDER BY name`;
  return rows.map((it) => it.told);
}
