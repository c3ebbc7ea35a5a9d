import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileAppeal } from '@/lib/appeals/file';
import { db } from '@/lib/db/client';
import { mintResident } from '@/lib/people/actor';
import { root } from '@/scripts/launcher/root';
import { withClient } from '@/scripts/launcher/with-client';
import { keyedGateway } from './keyed-gateway';
import type { Outcome } from './outcome';

/** So many messages are under way when their sender is killed: one less than its connections. */
const atOnce = 8;

interface Way {
  /** Whether the gateway honours the key: one that came before brings no second message. */
  keyed?: boolean;
  /** Whether what is sent is marked so before, in a transaction of its own. */
  markedFirst?: boolean;
}

/**
 * So many messages to residents are cut off after the gateway took them and before they are marked as sent, by killing
 * the process that sends them; the next one finds what is due, sends it again, and is killed in turn. The last is not.
 */
export async function cutOffSendings(
  ownerUrl: string,
  count: number,
  { keyed = true, markedFirst = false }: Way = {},
): Promise<Outcome> {
  const gateway = await keyedGateway();
  const ids: string[] = [];
  let kills = 0;
  for (let left = count; left > 0; left -= atOnce) {
    const some = await waitingNotices(Math.min(left, atOnce), ownerUrl);
    ids.push(...some);
    const sender = start(gateway.url, markedFirst);
    const ended = once(sender, 'exit');
    if (markedFirst) await once(sender, 'message');
    else await taken(gateway.taken, some, ended);
    sender.kill('SIGKILL');
    await ended;
    kills += 1;
  }
  const last = start(gateway.url, false);
  const [code] = await once(last, 'exit');
  await gateway.close();
  const settled = await db().notice.findMany({ where: { id: { in: ids } } });
  const marked = settled.filter((it) => it.outcome === 'sent').length;
  const onPhones = ids.map((id) => {
    const times = gateway.taken.get(id) ?? 0;
    return keyed ? Math.min(1, times) : times;
  });
  return {
    done: count,
    wrong: {
      'messages missing': onPhones.filter((it) => it === 0).length,
      'messages doubled': onPhones.filter((it) => it > 1).length,
      'not marked as sent': ids.length - marked,
      'last one failed': code === 0 ? 0 : 1,
    },
    seen: {
      kills,
      'taken more than once': ids.filter((id) => (gateway.taken.get(id) ?? 0) > 1).length,
    },
    longestMs: {},
  };
}

function start(gatewayUrl: string, markedFirst: boolean): ChildProcess {
  const args = ['--import', 'tsx', 'scripts/faults/deliver-apart.ts'];
  return spawn(process.execPath, [...args, ...(markedFirst ? ['marked-first'] : [])], {
    cwd: root,
    env: { ...process.env, HUIYIN_SMS_URL: gatewayUrl, HUIYIN_QUIET_HOURS: 'none' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** Until all of them have been taken. @throws when their sender ended by itself before. */
async function taken(
  all: ReadonlyMap<string, number>,
  ids: readonly string[],
  ended: Promise<unknown>,
): Promise<void> {
  let over = false;
  ended.then(() => {
    over = true;
  });
  while (!ids.every((id) => all.has(id))) {
    if (over) throw new Error('the sender ended before the gateway had everything');
    await pause(5);
  }
}

/** Appeals with a telephone, whose notices have been waiting for two minutes. */
async function waitingNotices(count: number, ownerUrl: string): Promise<string[]> {
  const appeals: string[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const phone = `1390000${String(nth).padStart(4, '0')}`;
    const input = { what: '路灯坏了', place: '北苑', phone };
    const filed = await fileAppeal({ input }, mintResident());
    if (!filed.ok) throw new Error(filed.code);
    appeals.push(filed.appealId);
  }
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `UPDATE "Notice" SET "createdAt" = "createdAt" - interval '2 minutes'
       WHERE "appealId" = ANY ($1) AND "voiceId" IS NOT NULL RETURNING id`,
      [appeals],
    );
    return rows.map((it) => it.id);
  });
}
