import type { Client } from 'pg';
import { Refusal } from '@/scripts/launcher/refusal';

/**
 * Invented cases among real ones could never be told apart again: they go only into an installation that
 * says it is a demo, or into one nobody has begun to set up.
 *
 * @throws Refusal
 */
export async function needDemoOrEmpty(client: Client, seed: number): Promise<void> {
  const { rows } = await client.query<{ demo: boolean; begun: boolean; made: boolean }>(
    `SELECT
       coalesce((SELECT demo FROM "Installation" WHERE id = 1), false) AS demo,
       EXISTS (SELECT FROM "Appeal") OR EXISTS (SELECT FROM "Person" WHERE "passwordHash" IS NOT NULL)
         OR EXISTS (SELECT FROM "Unit" WHERE code <> 'hotline')
         OR EXISTS (SELECT FROM "Installation" WHERE "setUpAt" IS NOT NULL) AS begun,
       EXISTS (SELECT FROM "Unit" WHERE code = $1) AS made`,
    [`g${seed}-centre`],
  );
  const [found] = rows;
  if (!found?.demo && found?.begun) {
    throw new Refusal(
      'This installation is no demo: invented cases are not put among real ones. Name another HUIYIN_DATA.',
    );
  }
  if (found?.made) {
    throw new Refusal(`What --seed ${seed} makes is already in this database; take another seed.`);
  }
}
