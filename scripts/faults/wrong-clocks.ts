import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { root } from '@/scripts/launcher/root';
import { withClient } from '@/scripts/launcher/with-client';
import type { Outcome } from './outcome';

interface Said {
  opened: { sessions: string[]; links: string[] };
  appealId: string | null;
  session: string;
  link: string;
}

/**
 * So many processes whose clocks are ten days fast and slow in turn are asked for sessions and one-time links, of which one is
 * over and one is not, file a case and hand out a session and a link of their own. What they did is looked at by the database's clock.
 *
 * @param keeps false has them go by their own clocks.
 */
export async function wrongClocks(
  ownerUrl: string,
  personId: string,
  count: number,
  keeps = true,
): Promise<Outcome> {
  const wrong = {
    'expired that came back': 0,
    'valid that was refused': 0,
    'handed out for too short or too long': 0,
    'filed at a wrong time': 0,
    'not answered': 0,
  };
  for (let nth = 0; nth < count; nth += 1) {
    const days = nth % 2 === 0 ? 10 : -10;
    const kept = await keptThings(ownerUrl, personId);
    const said = await decide(days, { personId, ...kept.asked }, keeps);
    if (!said?.appealId) {
      wrong['not answered'] += 1;
      continue;
    }
    const opened = [...said.opened.sessions, ...said.opened.links];
    wrong['expired that came back'] += opened.filter((it) => kept.over.includes(it)).length;
    wrong['valid that was refused'] += kept.valid.filter((it) => !opened.includes(it)).length;
    const found = await lookAt(ownerUrl, said);
    wrong['handed out for too short or too long'] += found.lives.filter((it) => !it).length;
    wrong['filed at a wrong time'] += found.filedNow ? 0 : 1;
  }
  return { done: count, wrong, seen: {}, longestMs: {} };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A session and a one-time link that ended a day ago, and some that end in hours, by the database's clock. */
async function keptThings(ownerUrl: string, personId: string) {
  const [over, valid] = [
    { session: randomUUID(), link: randomUUID().repeat(2).slice(0, 43) },
    { session: randomUUID(), link: randomUUID().repeat(2).slice(0, 43) },
  ];
  await withClient(ownerUrl, async (client) => {
    for (const [it, hours] of [
      [over, -24],
      [valid, 6],
    ] as const) {
      await client.query(
        `INSERT INTO "Session" (id, "personId", "expiresAt", "createdAt", "provedAt")
         VALUES ($1, $2, now() + make_interval(hours => $3), now() - interval '2 days', now() - interval '2 days')`,
        [it.session, personId, hours],
      );
      await client.query(
        `INSERT INTO "Invitation" ("tokenHash", "personId", "expiresAt") VALUES ($1, $2, now() + make_interval(hours => $3))`,
        [hashOf(it.link), personId, hours],
      );
    }
  });
  return {
    over: Object.values(over),
    valid: Object.values(valid),
    asked: { sessions: [over.session, valid.session], links: [over.link, valid.link] },
  };
}

async function decide(days: number, asked: object, keeps: boolean): Promise<Said | null> {
  const args = ['--import', 'tsx', '--import', './scripts/faults/shifted-clock.mjs'];
  const child = spawn(
    process.execPath,
    [
      ...[...args, 'scripts/faults/decide-apart.ts', JSON.stringify(asked)],
      ...(keeps ? [] : ['machine-clock']),
    ],
    {
      cwd: root,
      env: { ...process.env, CLOCK_OFF_DAYS: String(days) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  let said: Said | null = null;
  child.on('message', (message) => {
    said = message as Said;
  });
  await once(child, 'close');
  return said;
}

/** A session lives twelve hours, a one-time link a day; a minute is given for the way. */
async function lookAt(ownerUrl: string, { appealId, session, link }: Said) {
  return withClient(ownerUrl, async (client) => {
    const lives = async (sql: string, key: string, hours: number): Promise<boolean> => {
      const { rows } = await client.query(
        `SELECT "expiresAt" BETWEEN now() + make_interval(hours => $2, mins => -5)
           AND now() + make_interval(hours => $2, mins => 1) AS right ${sql}`,
        [key, hours],
      );
      return rows[0]?.right === true;
    };
    const { rows } = await client.query(
      `SELECT "filedAt" BETWEEN now() - interval '5 minutes' AND now() + interval '1 minute' AS right
       FROM "Appeal" WHERE id = $1`,
      [appealId],
    );
    return {
      lives: [
        await lives('FROM "Session" WHERE id = $1', session, 12),
        await lives('FROM "Invitation" WHERE "tokenHash" = $1', hashOf(link), 24),
      ],
      filedNow: rows[0]?.right === true,
    };
  });
}
