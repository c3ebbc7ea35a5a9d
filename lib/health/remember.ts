import { hostname } from 'node:os';
import { db } from '@/lib/db/client';
import { checks } from './checks';
import type { Finding } from './health';

const hostOf = ({ check }: Finding): string => (checks[check].of === 'machine' ? hostname() : '');

/** What this process last found, for when the database cannot be asked since when. */
const here = new Map<string, { word: string; since: Date }>();

/** Says since when each has stood as it stands; what is new is written down. */
export async function sinceWhen(
  findings: readonly Finding[],
  at: Date,
  asked: boolean,
): Promise<Finding[]> {
  if (!asked) return findings.map((it) => ({ ...it, since: it.since ?? sinceHere(it, at) }));
  const rows = await db().healthState.findMany();
  return Promise.all(
    findings.map(async (it) => {
      const host = hostOf(it);
      const known = rows.find((row) => row.check === it.check && row.host === host);
      const same = known?.word === it.word;
      const since = it.since ?? (same ? known.since : at);
      if (!same) await write(it, host, since);
      here.set(it.check, { word: it.word, since });
      return { ...it, since };
    }),
  );
}

function sinceHere({ check, word }: Finding, at: Date): Date {
  const known = here.get(check);
  if (known?.word === word) return known.since;
  here.set(check, { word, since: at });
  return at;
}

const write = ({ check, word }: Finding, host: string, since: Date) => db().$executeRaw`
  INSERT INTO "HealthState" ("check", host, word, since) VALUES (${check}, ${host}, ${word}, ${since})
  ON CONFLICT ("check", host) DO UPDATE SET word = EXCLUDED.word, since = EXCLUDED.since`;
