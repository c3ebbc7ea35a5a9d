import type { Client } from 'pg';
import { mintPerson, type PersonActor } from '@/lib/people/actor';

/** People of the generated county with a role, as actors. */
export async function peopleWith(client: Client, role: string): Promise<PersonActor[]> {
  const { rows } = await client.query<{
    id: string;
    name: string;
    unitId: string;
    unitPath: string;
    roles: string[];
  }>(
    `SELECT p.id, p.name, p."unitId", u.path AS "unitPath", p.roles
     FROM "Person" p JOIN "Unit" u ON u.id = p."unitId"
     WHERE $1 = ANY (p.roles) AND p."disabledAt" IS NULL ORDER BY p.id`,
    [role],
  );
  if (rows.length === 0) throw new Error(`nobody is ${role}`);
  return rows.map(mintPerson);
}

/** The nth of a list, round and round. */
export function nthOf<T>(list: readonly T[], nth: number): T {
  const found = list[nth % list.length];
  if (found === undefined) throw new Error('the list is empty');
  return found;
}
