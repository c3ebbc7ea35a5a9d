import { addAnswer } from '@/lib/answers/change';
import { openSession } from '@/lib/auth/session-rows';
import { db } from '@/lib/db/client';
import { saveArea } from '@/lib/places/change-areas';
import { makeReports } from '@/lib/reports/make-reports';
import { addTemplate } from '@/lib/templates/change';
import { newId, person, ready, readyIn, unitId } from '../county';
import { type Caller, extras, makeCallers, somebody } from './callers';
import { type MatrixCase, playCases } from './cases';

/** What addresses and forms name beside cases. */
export type Things = Readonly<
  Record<keyof Awaited<ReturnType<typeof namedInAddresses>>, string> &
    Record<keyof Awaited<ReturnType<typeof namedInForms>>, string>
>;

export interface World {
  cases: readonly MatrixCase[];
  callers: readonly Caller[];
  things: Things;
}

/** A county with one case of every state, and somebody of every kind. */
export async function makeWorld(database?: () => Promise<unknown>): Promise<World> {
  await (database ? readyIn(database) : ready());
  const beside = await extras();
  const cases = await playCases(beside);
  await reachNobody(cases);
  const callers = await makeCallers(beside, cases);
  const things = { ...(await namedInAddresses(cases)), ...(await namedInForms(cases)) };
  return { cases, callers, things };
}

/** Their news reached nobody, so that there is a letter to print of each. */
async function reachNobody(cases: readonly MatrixCase[]): Promise<void> {
  for (const { id, voiceId } of cases) {
    await db().notice.updateMany({
      where: { appealId: id, voiceId },
      data: { settledAt: new Date(), outcome: 'noChannel' },
    });
  }
}

const month = 30 * 86_400_000;

async function namedInAddresses(cases: readonly MatrixCase[]) {
  const administrator = person('wukai');
  const template = await addTemplate(administrator, {
    ...{ verb: 'resolve', name: '换灯', body: '灯已经换了' },
  });
  const answer = await addAnswer(administrator, { question: '灯坏了找谁', body: '找我们' });
  if (!template.ok || !answer.ok) throw new Error('template or answer refused');
  const area = { name: '安康里', unitId: unitId('liuwan'), aliases: [], outline: null };
  await saveArea(null, area, administrator);
  await makeReports(new Date(Date.now() + month));
  const [first] = cases;
  const signal = {
    ...{ id: newId(), detector: 'burst', unitId: unitId('liuwan') },
    ...{ fromOn: '2099-10-01', toOn: '2099-12-31', firstAt: new Date(), state: 'open' },
    numbers: { n: 20, k: 6, usual: 0.1, tail: 1e-9 },
  };
  await db().signal.create({ data: signal });
  await db().signalCase.create({ data: { signalId: signal.id, appealId: first?.id ?? '' } });
  const category = await db().category.findFirstOrThrow({ where: { retiredAt: null } });
  const pair = await aPair(cases, category.id);
  return {
    answer: answer.id,
    area: (await db().area.findFirstOrThrow()).id,
    calendar: String((await db().calendarVersion.findFirstOrThrow()).version),
    category: category.id,
    limit: (await db().limit.findFirstOrThrow({ where: { retiredAt: null } })).id,
    person: person('hewei').personId,
    report: (await db().report.findFirstOrThrow({ where: { kind: 'day' } })).id,
    rule: (await db().supervisionRule.findFirstOrThrow()).id,
    signal: signal.id,
    template: template.id,
    unit: unitId('heating'),
    ...pair,
  };
}

/** Another unit's case, as if it had come at the place of the closed one. */
async function aPair(cases: readonly MatrixCase[], topicId: string) {
  const idOf = (name: MatrixCase['name']) => cases.find((it) => it.name === name)?.id ?? '';
  const [fixId, laterId] = [idOf('closed'), idOf('other')];
  const fix = await db().round.findFirstOrThrow({ where: { appealId: fixId } });
  await db().afterEffect.create({
    data: {
      ...{ roundId: fix.id, laterId, fixId, topicId },
      ...{ at: new Date(), place: 7, how: 'name' },
    },
  });
  return { fixRound: fix.id, later: laterId, subject: topicId };
}

async function aUnit(code: string, closedAt: Date | null = null): Promise<string> {
  const above = await db().unit.findUniqueOrThrow({ where: { id: unitId('chenghe') } });
  const row = {
    id: newId(),
    code,
    name: code,
    nameEn: code,
    kind: 'department' as const,
    closedAt,
  };
  await db().unit.create({ data: { ...row, path: `${above.path}${code}/`, parentId: above.id } });
  return row.id;
}

/** What forms of administration are about, and what belongs to one person alone. */
async function namedInForms(cases: readonly MatrixCase[]) {
  const handler = person('zhaolimin').personId;
  const on = { fromOn: '2099-01-01', untilOn: '2099-01-02', createdAt: new Date() };
  const absence = { id: newId(), personId: person('hewei').personId, ...on };
  await db().absence.create({ data: absence });
  const filter = { id: newId(), personId: handler, place: 'search', name: '灯', query: 'words=x' };
  await db().savedFilter.create({ data: filter });
  const letters: string[] = [];
  for (const { id: appealId, voiceId } of cases) {
    const where = { appealId, voiceId };
    const newest = await db().notice.findFirstOrThrow({ where, orderBy: { id: 'desc' } });
    letters.push(newest.id);
  }
  const notGone = await db().notice.findFirstOrThrow({
    where: { appealId: cases[0]?.id ?? '', kind: 'file', voiceId: { not: null } },
  });
  await db().notice.update({ where: { id: notGone.id }, data: { outcome: 'dead' } });
  const gone = await somebody('gone', 'heating', 'handler');
  await db().person.update({ where: { id: gone.personId }, data: { disabledAt: new Date() } });
  const spare = await somebody('spare', 'heating', 'handler');
  await openSession(spare.personId);
  return {
    absence: absence.id,
    empty: await aUnit('empty'),
    filter: filter.id,
    gone: gone.personId,
    leaver: (await somebody('leaver', 'heating', 'handler')).personId,
    /** The newest of every case, in their order. */
    letters: letters.join(' '),
    merged: await aUnit('merged'),
    notice: notGone.id,
    session: await openSession(handler),
    shut: await aUnit('shut', new Date()),
    spare: spare.personId,
  };
}
