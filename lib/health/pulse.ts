import { db } from '@/lib/db/client';

/** Says that something runs, by the database's clock; `told` are figures for whoever asks for them. */
export async function beat(name: string, told: object | null = null): Promise<void> {
  const text = told && JSON.stringify(told);
  await db().$executeRaw`
    INSERT INTO "Pulse" (name, at, told) VALUES (${name}, clock_timestamp(), ${text}::jsonb)
    ON CONFLICT (name) DO UPDATE SET at = EXCLUDED.at, told = EXCLUDED.told`;
}
