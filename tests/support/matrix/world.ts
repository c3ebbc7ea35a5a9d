import { addAnswer } from '@/lib/answers/change';
import { db } from '@/lib/db/client';
import { saveArea } from '@/lib/places/change-areas';
import { makeReports } from '@/lib/reports/make-reports';
import { addTemplate } from '@/lib/templates/change';
import { newId, person, ready, unitId } from '../county';
import { type Caller, extras, makeCallers } from './callers';
import { type MatrixCase, playCases } from './cases';

/** What addresses name beside cases. */
export type Things = Readonly<
  Record<
    | 'answer'
    | 'area'
    | 'calendar'
    | 'category'
    | 'limit'
    | 'person'
    | 'report'
    | 'rule'
    | 'signal'
    | 'template'
    | 'unit',
    string
  >
>;

export interface World {
  cases: readonly MatrixCase[];
  callers: readonly Caller[];
  things: Things;
}

/** A county with one case of every state, and somebody of every kind. */
export async function makeWorld(): Promise<World> {
  await ready();
  const beside = await extras();
  const cases = await playCases(beside);
  await reachNobody(cases);
  const callers = await makeCallers(beside, cases);
  return { cases, callers, things: await makeThings(cases) };
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

async function makeThings(cases: readonly MatrixCase[]): Promise<Things> {
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
  };
}
