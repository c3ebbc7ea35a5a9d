import { randomUUID } from 'node:crypto';
import { fileAppeal } from '@/lib/appeals/file';
import { performAll } from '@/lib/appeals/perform';
import { loadRules } from '@/lib/appeals/rules';
import { linkToken } from '@/lib/auth/link-token';
import { db } from '@/lib/db/client';
import { sweepAll } from '@/lib/jobs/sweep-all';
import { mintPerson, mintResident, mintVoice, playing } from '@/lib/people/actor';
import { startClock } from '@/lib/sla/clock';
import { chooseLimit } from '@/lib/sla/limit';
import { now } from '@/lib/time/now';
import { enterDatabase } from '@/scripts/launcher/enter-database';
import { runScript } from '@/scripts/launcher/refusal';

const misses = [
  ['zhaolimin', 'missContact', { how: 'telephone' }],
  ['zhaolimin', 'missContact', { how: 'visit' }],
] as const;

const answered = ['zhaolimin', 'resolve', { outcome: 'done', answer: '疏通了' }] as const;

const judged = {
  round: '1',
  solved: 'yes',
  result: 'neutral',
  handling: 'neutral',
  pressed: 'no',
};

const question = ['zhaolimin', 'ask', { question: '哪一天家里有人？' }] as const;

/**
 * Makes a case in the state named by the argument, and lets what is due by itself come. `yellow`: its promise is
 * within a working day; `late`: long past; `tried`: filed yesterday, and the resident could not be reached twice
 * since; `asked`: that one, and a question has been put half a day ago; `answered`: answered yesterday and not judged; `closed`: judged solved more than two weeks
 * ago; `dead`: what its resident is told went out by no gateway. The place may follow. Prints its number and private link. With `sweep` no case is made;
 * with `again` and a case number the same is filed once more; with `signal` and a case number a detector points to Liuwan and that case.
 */
await runScript(async () => {
  const wanted =
    (['yellow', 'tried', 'asked', 'answered', 'closed', 'dead'] as const).find(
      (it) => it === process.argv[2],
    ) ?? 'late';
  const yesterday = wanted === 'tried' || wanted === 'asked' || wanted === 'answered';
  await enterDatabase();
  if (process.argv[2] === 'again') {
    process.stdout.write(`case ${await comesAgain(process.argv[3] ?? '')}\n`);
    return 0;
  }
  if (process.argv[2] === 'sweep') {
    await sweepAll();
    return 0;
  }
  if (process.argv[2] === 'signal') {
    process.stdout.write(`signal ${await pointTo(process.argv[3] ?? '')}\n`);
    return 0;
  }
  const { limits, calendar } = await loadRules();
  const limit = chooseLimit(limits, { kind: 'promise', urgency: 'ordinary', categoryPath: [] });
  if (!limit) throw new Error('no promise');
  const at = now();
  const day = 86_400_000;
  const candidates = Array.from(
    { length: 30 * 24 },
    (_, hour) => new Date(at.getTime() - hour * 3_600_000),
  );
  const start = candidates.find((it) => {
    if (wanted === 'dead') return true;
    if (wanted === 'closed') return it.getTime() <= at.getTime() - 16 * day;
    if (yesterday) return it.getTime() <= at.getTime() - day;
    const { yellowAt, dueAt } = startClock(it, limit, calendar);
    if (!yellowAt || !dueAt) return false;
    if (wanted === 'late') return dueAt.getTime() < at.getTime() - 20 * day;
    return yellowAt <= at && dueAt.getTime() > at.getTime() + 600_000;
  });
  if (!start) throw new Error(`no filing would be ${wanted} now`);

  const input = {
    what: `下水道堵了没人来，${wanted}`,
    place: process.argv[3] || '柳湾三巷',
    phone: '13822223333',
  };
  const unit = await db().unit.findUniqueOrThrow({ where: { code: 'liuwan' } });
  const people = await db().person.findMany({
    where: { login: { in: ['chenjing', 'zhaolimin'] } },
    include: { unit: true },
  });
  const as = (login: string) => {
    const person = people.find((it) => it.login === login);
    if (!person) throw new Error(`no ${login}`);
    return mintPerson({ ...person, unitPath: person.unit.path });
  };
  const apart = yesterday ? 2 * 3_600_000 : 60_000;
  const taken = [
    ['chenjing', 'dispatch', { unitId: unit.id }],
    ['zhaolimin', 'accept', {}],
    ['zhaolimin', 'contact', { how: 'telephone', said: '约好上门' }],
    ...(wanted === 'tried' || wanted === 'asked' ? misses : []),
    ...(wanted === 'asked' ? [question] : []),
    ...(wanted === 'closed' || wanted === 'answered' ? [answered] : []),
  ] as const;
  const filed = await fileAppeal({ input }, playing(mintResident(), start));
  if (!filed.ok) throw new Error(filed.code);
  const { appealId, voiceId } = filed;
  const judging = { actor: mintVoice(voiceId, appealId), verb: 'judge', input: judged } as const;
  const steps = [
    ...taken.map(([login, verb, given]) => ({ actor: as(login), verb, input: given })),
    ...(wanted === 'closed' ? [judging] : []),
  ];
  // At once: the worker, whose minute may come meanwhile, would give a card now, and what follows would be now too.
  const done = await performAll(
    steps.map(({ actor, ...step }, index) => ({
      ...step,
      appealId,
      actor: playing(actor, new Date(start.getTime() + (index + 1) * apart)),
    })),
  );
  if (!done.ok) throw new Error(JSON.stringify(done));
  if (wanted === 'dead') {
    // As it is left after four hours of trying.
    const unsent = { appealId, voiceId };
    await db().notice.updateMany({ where: unsent, data: { settledAt: at, outcome: 'dead' } });
  }
  await sweepAll();
  const token = linkToken(voiceId, 1);
  process.stdout.write(`case ${filed.caseNumber}\nlink /v/${token}\n`);
  return 0;
});

/** Somebody files the same at the same place, now; both are about drains. Its number. */
async function comesAgain(caseNumber: string): Promise<string> {
  const { id: categoryId } = await db().category.findUniqueOrThrow({ where: { code: 'drains' } });
  const { id, detail } = await db().appeal.update({
    where: { caseNumber },
    data: { categoryId },
    include: { detail: true },
  });
  const input = { what: '下水道又堵了', place: detail?.place, phone: '13822224444', categoryId };
  const filed = await fileAppeal({ input }, mintResident());
  if (!filed.ok) throw new Error(`${id}: ${filed.code}`);
  await sweepAll();
  return filed.caseNumber;
}

/** A signal of its own months for each case; its id. */
async function pointTo(caseNumber: string): Promise<string> {
  const appeal = await db().appeal.findUniqueOrThrow({ where: { caseNumber } });
  const unit = await db().unit.findUniqueOrThrow({ where: { code: 'liuwan' } });
  const id = randomUUID();
  await db().signal.create({
    data: {
      ...{ id, detector: 'afterContact', unitId: unit.id, state: 'open', firstAt: now() },
      ...{ fromOn: '2026-08-01', toOn: `2026-10-${String(10 + (await db().signal.count()))}` },
      numbers: { n: 40, k: 14, usual: 0.09, tail: 2.4e-6 },
      cases: { create: { appealId: appeal.id } },
    },
  });
  return id;
}
