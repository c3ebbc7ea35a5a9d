import { fileAppeal } from '@/lib/appeals/file';
import { liveSession, openSession } from '@/lib/auth/session-rows';
import { db } from '@/lib/db/client';
import { appDatabaseUrl } from '@/lib/env';
import { mintResident } from '@/lib/people/actor';
import { invite, invitedPerson } from '@/lib/people/invitations';
import { keepClock } from '@/lib/time/keep-clock.mjs';

// Decides in a process whose clock is wrong what a web process decides, and says what came of it. With the word
// `machine-clock` it goes by its own clock: so it must not be.
const [, , given = '', clock = ''] = process.argv;
const { personId, sessions, links } = JSON.parse(given) as {
  personId: string;
  sessions: string[];
  links: string[];
};
if (clock !== 'machine-clock') {
  await keepClock(appDatabaseUrl(), (error) => {
    throw error;
  });
}
const open = async (items: string[], opens: (it: string) => Promise<unknown>) => {
  const opened = await Promise.all(items.map(async (it) => ((await opens(it)) ? it : null)));
  return opened.filter((it) => it !== null);
};
const opened = {
  sessions: await open(sessions, liveSession),
  links: await open(links, invitedPerson),
};
const input = { what: '路灯不亮', place: '书院街 1 号', phone: '13812345678' };
const filed = await fileAppeal({ input }, mintResident());
const session = await openSession(personId, null, {
  agent: 'Chrome/Windows',
  network: '127.0.0.*',
  trace: null,
});
const link = await db().$transaction((transaction) => invite(transaction, personId));
process.send?.({ opened, appealId: filed.ok ? filed.appealId : null, session, link });
await db().$disconnect();
process.exit();
