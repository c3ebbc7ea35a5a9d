import { randomUUID } from 'node:crypto';
import { verbs } from '@/lib/appeals/lifecycle';
import { loadCaseFile } from '@/lib/appeals/load';
import { perform } from '@/lib/appeals/perform';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { readCauses } from '@/lib/appeals/queries/causes';
import { readInbox } from '@/lib/appeals/queries/inbox';
import { desksOf, listsOf } from '@/lib/appeals/queries/inbox-lists';
import { readOverview as readBacklog } from '@/lib/appeals/queries/inbox-overview';
import { casesAtSamePlace } from '@/lib/appeals/queries/same-place';
import { readQuery, searchAppeals } from '@/lib/appeals/queries/search';
import { readVerdicts } from '@/lib/appeals/queries/verdicts';
import { readReadings } from '@/lib/audit/read-readings';
import { readUpheld } from '@/lib/catalogue/upheld';
import { readCountedTree } from '@/lib/categories/queries';
import { readSearch, searchCaller } from '@/lib/contacts/find-caller';
import { maskedContact } from '@/lib/contacts/masked';
import { mayReveal, reveal, revealsOf } from '@/lib/contacts/reveal';
import { db } from '@/lib/db/client';
import { foresee, readOutcome } from '@/lib/desk/foresee';
import { performBulk } from '@/lib/desk/perform-bulk';
import { readSignal, readSignals, recordFinding } from '@/lib/detectors/signals';
import { readReturns } from '@/lib/dispatch/read-returns';
import { knownPeople } from '@/lib/exchange/org/known';
import { startExport } from '@/lib/exports/start-export';
import { exportKinds } from '@/lib/exports/tables';
import { readTrials } from '@/lib/installation/trials';
import { digestWork } from '@/lib/jobs/digest-work';
import { readCaseLinks } from '@/lib/lasting/case-links';
import { casesAtPlace, lastingOverview } from '@/lib/lasting/overview';
import { readPair } from '@/lib/lasting/strike';
import { measuredUnits } from '@/lib/measures/ask';
import { breakdown, dimensions } from '@/lib/measures/breakdown';
import { readBurden } from '@/lib/measures/burden/read';
import { callTallies } from '@/lib/measures/calls';
import { casesBehind, casesListed, whichWords } from '@/lib/measures/cases';
import { causeRegister } from '@/lib/measures/causes';
import { wholeCut } from '@/lib/measures/cut';
import { measureKeys, origins } from '@/lib/measures/define';
import { readLedger } from '@/lib/measures/exclusions';
import { listKeys } from '@/lib/measures/lists';
import { type Period, periodBefore } from '@/lib/measures/period';
import { placesAndTopics, unservedKeys } from '@/lib/measures/place-topics';
import { furtherMeasures, overview } from '@/lib/measures/queries';
import { trend } from '@/lib/measures/trend';
import { bringsLetters, markHanded, readLetter, readNotTold } from '@/lib/notices/by-letter';
import { readNotGoneOut } from '@/lib/notices/not-gone-out';
import { countUnseen, readNotices } from '@/lib/notices/staff-notices';
import { lastTold } from '@/lib/notices/told';
import { may, type PersonActor } from '@/lib/people/actor';
import { readOverview } from '@/lib/people/overview';
import { readPerson } from '@/lib/people/read-person';
import { parts } from '@/lib/people/roles';
import { checkedPhoto, checkedPhotos } from '@/lib/photos/checked';
import { keepBack, releasePhoto } from '@/lib/photos/release';
import { revealTaken } from '@/lib/photos/taken';
import { stay } from '@/lib/presence/presence';
import { countFigures } from '@/lib/reports/figures';
import { periodWith } from '@/lib/reports/kinds';
import { readReport } from '@/lib/reports/read-reports';
import { readBehind } from '@/lib/rules/calendar-queries';
import { runningClocks } from '@/lib/rules/running-clocks';
import { readDuplicates } from '@/lib/similar/duplicates';
import { readLike } from '@/lib/similar/read-like';
import { readSimilarSolved } from '@/lib/similar/solved';
import { readFindings } from '@/lib/spot-checks/read-draws';
import { casesOf, heldBy } from '@/lib/units/held';
import { readTree, readUnitPage } from '@/lib/units/read-units';

/** The cases that complain of the reader, by what an address may name of them; made up while there are none. */
export interface Accusing {
  cases: readonly { id: string; caseNumber: string; voiceId: string }[];
  /** Letters that stand in nothing else. */
  marker: string;
  phone: string;
  unitIds: readonly string[];
  personIds: readonly string[];
  period: Period;
}

export const zone = 'Asia/Shanghai';

type Way = (reader: PersonActor, about: Accusing) => Promise<unknown>;

/** One after the other, so that a reader's limits are not run into by chance. */
async function each<T, R>(
  list: readonly T[],
  work: (it: T, nth: number) => Promise<R>,
): Promise<R[]> {
  const all: R[] = [];
  for (const [nth, it] of list.entries()) all.push(await work(it, nth));
  return all;
}

const numbers = ({ cases }: Accusing) => cases.map((it) => it.caseNumber);

/** What a page does before it asks for something about a loaded case. */
const fileOf = async (id: string) => (await loadCaseFile(db(), id))?.file ?? null;

/** The picture each of them came with, by its address. */
const eachPhoto = <R>({ cases }: Accusing, work: (it: PhotoOf) => Promise<R>) =>
  each(cases, async ({ id, caseNumber }) => {
    const photo = await db().photo.findFirst({ where: { appealId: id } });
    return work({ caseNumber, id: photo?.id ?? randomUUID() });
  });
type PhotoOf = { caseNumber: string; id: string };
/** An answer to one of them that another came after. */
async function pairAt(id: string): Promise<[string, string]> {
  const pair = await db().afterEffect.findFirst({
    where: { fixId: id },
    orderBy: { laterId: 'asc' },
  });
  return [pair?.roundId ?? randomUUID(), pair?.laterId ?? randomUUID()];
}
const codeOf = (done: { ok: boolean; code?: string }) => done.code ?? done.ok;

/** Somebody files the same again. */
const sameAgain = ({ marker, period }: Accusing, trial = false) => ({
  appealId: null,
  title: '',
  what: `${marker}，窗口的人骂人`,
  place: '办事大厅',
  filedAt: period.until,
  trial,
});

/** The same whatever order its keys have: a stored report has the database's. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, it]) => [key, sorted(it)]),
  );
};

/** A report of a month, made when it is asked for first. */
async function reportOf(period: Period, at: Date): Promise<string> {
  const [kind, { fromOn, toOn }] = ['month' as const, period];
  const known = await db().report.findUnique({ where: { kind_fromOn: { kind, fromOn } } });
  if (known) return known.id;
  const scope = { actor: null, period, unitPath: null, alone: false, at };
  const figures = (await countFigures(scope, await measuredUnits())) as object;
  const row = { id: randomUUID(), kind, fromOn, toOn, zone, madeAt: at, figures };
  await db().report.create({ data: row });
  return row.id;
}

const ask = (at: Date, { period }: Accusing) => ({ period, unit: null, at });

/**
 * Every way in which a person of staff learns of appeals: `file#function`, and what it tells one reader
 * about the cases, numbers included. tests/recusal-ways.test.ts holds that there is no other.
 */
export const ways: Readonly<Record<string, Way>> = {
  'lib/appeals/queries/case-view.ts#viewCase': (reader, about) =>
    each(numbers(about), async (number) => {
      const view = await viewCase(reader, number);
      return view && [view.detail, view.story.length, view.audience];
    }),
  'lib/appeals/queries/inbox.ts#readInbox': (reader) =>
    each(desksOf(reader), (desk) =>
      each(listsOf(desk), (list) => readInbox(reader, desk, list, null, zone)),
    ),
  'lib/appeals/queries/inbox-overview.ts#readOverview': async (reader, { period }) =>
    (await readBacklog(reader, new Date(period.until.getTime() + 86_400_000), zone)).backlog,
  'lib/appeals/queries/search.ts#searchAppeals': (reader, about) =>
    each(
      [
        { words: about.marker },
        ...numbers(about).map((words) => ({ words })),
        ...about.unitIds.map((unit) => ({ unit })),
        {},
        { status: 'filed' },
        { status: 'resolved' },
        { more: 'overdue' },
        { more: 'again' },
        { age: 'older' },
      ],
      (query) => searchAppeals(reader, readQuery(query)),
    ),
  'lib/spot-checks/read-draws.ts#readFindings': (reader) => readFindings(reader),
  'lib/appeals/queries/verdicts.ts#readVerdicts': (reader, { cases }) =>
    each(cases, async ({ id }) => {
      const file = await fileOf(id);
      return file ? readVerdicts(reader, file) : [];
    }),
  'lib/appeals/perform.ts#perform': (reader, { cases }) =>
    each(cases, ({ id }, nth) =>
      each(nth === 0 ? verbs : (['annotate'] as const), async (verb) => {
        // Nothing any verb could take: it is asked whether the case is there, and never moved.
        const done = await perform({ appealId: id, verb, input: null, step: -1 }, reader);
        return done.ok ? 'done' : done.code;
      }),
    ),
  'lib/photos/checked.ts#checkedPhotos': (reader, { cases }) =>
    each(cases, async ({ id }) => {
      const file = await fileOf(id);
      return file ? (await checkedPhotos(reader, file)).length : 0;
    }),
  'lib/photos/checked.ts#checkedPhoto': (reader, about) =>
    eachPhoto(about, async ({ caseNumber, id }) => !!(await checkedPhoto(reader, caseNumber, id))),
  'lib/photos/release.ts#releasePhoto': (reader, about) =>
    eachPhoto(about, async (it) => codeOf(await releasePhoto(reader, { ...it, input: {} }))),
  'lib/photos/release.ts#keepBack': (reader, about) =>
    eachPhoto(about, async (it) => codeOf(await keepBack(reader, { ...it, input: {} }))),
  'lib/photos/taken.ts#revealTaken': (reader, about) =>
    eachPhoto(about, async (it) => codeOf(await revealTaken(reader, { ...it, reason: '' }))),
  'lib/catalogue/upheld.ts#readUpheld': (reader) => readUpheld(reader),
  'lib/dispatch/read-returns.ts#readReturns': (reader, { unitIds }) =>
    each(unitIds, async (unitId) => {
      const { id } = await db().category.findFirstOrThrow({ where: { retiredAt: null } });
      return readReturns(reader, unitId, id);
    }),
  'lib/desk/perform-bulk.ts#performBulk': (reader, about) =>
    performBulk(
      reader,
      'dispatch',
      { unitId: '' },
      numbers(about).map((caseNumber) => ({ caseNumber, step: -1, formKey: randomUUID() })),
    ),
  'lib/desk/foresee.ts#foresee': (reader, about) =>
    foresee(reader, 'dispatch', { unitId: about.unitIds[0] ?? '' }, numbers(about)),
  'lib/desk/foresee.ts#readOutcome': (reader, about) => readOutcome(reader, numbers(about)),
  'lib/notices/staff-notices.ts#readNotices': (reader) => readNotices(reader, null),
  'lib/notices/staff-notices.ts#countUnseen': (reader) => countUnseen(reader),
  'lib/notices/told.ts#lastTold': (reader, { cases }) =>
    each(cases, async ({ id }) => {
      const file = await fileOf(id);
      return file ? lastTold(reader, file) : [];
    }),
  'lib/notices/by-letter.ts#readNotTold': (reader) => readNotTold(reader),
  'lib/notices/by-letter.ts#readLetter': (reader, { cases }) =>
    each(cases, ({ caseNumber, voiceId }) => readLetter(reader, caseNumber, voiceId, zone)),
  'lib/notices/by-letter.ts#markHanded': (reader, { cases }) =>
    each(cases, async ({ id, caseNumber, voiceId }) => {
      const notice = await db().notice.findFirst({
        where: { appealId: id, voiceId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      });
      return markHanded(reader, caseNumber, notice?.id ?? randomUUID());
    }),
  'lib/notices/by-letter.ts#bringsLetters': (reader, { cases }) =>
    each(cases, async ({ id }) => {
      const file = await fileOf(id);
      return file ? bringsLetters(reader, file) : false;
    }),
  'lib/jobs/digest-work.ts#digestWork': (reader) => digestWork(reader, zone),
  'lib/contacts/find-caller.ts#searchCaller': async (reader, { phone }) => {
    const done = await searchCaller(reader, { phone });
    if (!done.ok) return done;
    return (await db().lookup.findUnique({ where: { id: done.lookupId } }))?.found;
  },
  'lib/contacts/find-caller.ts#readSearch': async (reader, { phone }) => {
    const done = await searchCaller(reader, { phone });
    return done.ok ? readSearch(reader, done.lookupId) : null;
  },
  'lib/contacts/masked.ts#maskedContact': (reader, { cases }) =>
    each(cases, async ({ id, voiceId }) => {
      const file = await fileOf(id);
      return file ? maskedContact(reader, file, voiceId) : null;
    }),
  'lib/contacts/reveal.ts#mayReveal': (reader, { cases }) =>
    each(cases, async ({ id, voiceId }) => {
      const file = await fileOf(id);
      return file ? mayReveal(reader, file, voiceId) : false;
    }),
  'lib/contacts/reveal.ts#reveal': (reader, { cases }) =>
    each(cases, ({ id, voiceId }) => reveal(reader, { appealId: id, voiceId, reason: '要打电话' })),
  'lib/contacts/reveal.ts#revealsOf': (reader, { cases }) =>
    each(cases, ({ id }) => revealsOf(reader, id)),
  'lib/presence/presence.ts#stay': (reader, about) =>
    each(numbers(about), async (number) => (await stay(reader, number, null)) !== null),
  'lib/measures/queries.ts#overview': async (reader, about) => {
    const { period } = about;
    const compareWith = periodBefore(period, zone);
    const told = await overview(reader, { ...ask(period.until, about), compareWith });
    return told.ok ? { ...told, units: null } : told.code;
  },
  'lib/detectors/signals.ts#readSignals': (reader) => readSignals(reader),
  'lib/detectors/signals.ts#readSignal': (reader, { cases }) =>
    each(cases, async ({ id }) => {
      const one = await db().signalCase.findFirst({ where: { appealId: id } });
      const read = one && (await readSignal(reader, one.signalId));
      return read && [read.signal.numbers, read.cases.length];
    }),
  'lib/detectors/signals.ts#recordFinding': (reader, { cases }) =>
    each(cases, async ({ id }) => {
      const one = await db().signalCase.findFirst({ where: { appealId: id } });
      return codeOf(await recordFinding(reader, one?.signalId ?? randomUUID(), {}));
    }),
  'lib/exports/start-export.ts#startExport': (reader, { period }) =>
    each(exportKinds, async (kind) => {
      const asked = { kind, format: 'jsonl', period, names: 'zh', zone } as const;
      const said = { say: (key: string) => key, mark: () => '' };
      const started = await startExport(reader, { ...asked, ...said });
      return started.ok ? new Response(started.body).text() : started.problem;
    }),
  'lib/lasting/case-links.ts#readCaseLinks': (reader, { cases }) =>
    each(cases, ({ id }) => readCaseLinks(reader, id)),
  'lib/lasting/overview.ts#lastingOverview': async (reader, about) => {
    const told = await lastingOverview(reader, ask(about.period.until, about));
    return told.ok ? [told.all, told.byUnit, told.places] : told.code;
  },
  'lib/lasting/overview.ts#casesAtPlace': (reader, about) =>
    each(about.cases, async ({ id }) => {
      const pair = await db().afterEffect.findFirst({ where: { fixId: id } });
      const at = { place: `${pair?.place ?? 0}`, topicId: pair?.topicId ?? randomUUID() };
      const told = await casesAtPlace(reader, ask(about.period.until, about), at);
      return told.ok ? [told.address, told.pairs] : told.code;
    }),
  'lib/lasting/strike.ts#readPair': (reader, { cases }) =>
    each(cases, async ({ id }) => readPair(reader, ...(await pairAt(id)))),
  'lib/measures/queries.ts#furtherMeasures': async (reader, about) => {
    const told = await furtherMeasures(reader, ask(about.period.until, about));
    return told.ok ? [told.tallies, told.spans] : told.code;
  },
  'lib/measures/cases.ts#casesBehind': (reader, about) =>
    each(measureKeys, (measure) =>
      each(whichWords, (which) =>
        each(origins, async (origin) => {
          const asked = { ...ask(about.period.until, about), measure, which, origin };
          const told = await casesBehind(reader, asked);
          return told.ok ? told.rows : told.code;
        }),
      ),
    ),
  'lib/measures/cases.ts#casesListed': (reader, about) =>
    each(listKeys, async (list) => {
      const told = await casesListed(reader, { ...ask(about.period.until, about), list });
      return told.ok ? told.rows : told.code;
    }),
  'lib/measures/breakdown.ts#breakdown': (reader, about) =>
    each(dimensions, (by) =>
      each(['response', 'solved', 'decide'] as const, async (measure) => {
        const asked = { ...ask(about.period.until, about), measure, by, cut: wholeCut };
        const told = await breakdown(reader, { ...asked, origin: 'own' });
        return told.ok ? told.rows : told.code;
      }),
    ),
  'lib/measures/place-topics.ts#placesAndTopics': (reader, about) =>
    each(unservedKeys, async (list) => {
      const asked = { ...ask(about.period.until, about), list, cut: wholeCut };
      const told = await placesAndTopics(reader, asked);
      return told.ok ? { ...told, units: null } : told.code;
    }),
  'lib/reports/read-reports.ts#readReport': (reader, { period }) =>
    each(['2026-01-01', period.toOn], async (on) => {
      const kept = await reportOf(periodWith('month', on, zone), period.until);
      const told = await readReport(reader, kept, period.until);
      return told && [sorted(told.said), sorted(told.now)];
    }),
  'lib/measures/trend.ts#trend': async (reader, { period }) => {
    const told = await trend(reader, { periods: [period], unit: null, at: period.until, zone });
    return told.ok ? told.steps.map((it) => [it.tallies, it.flows]) : told.code;
  },
  'lib/measures/exclusions.ts#readLedger': async (reader, about) => {
    const told = await readLedger(reader, ask(about.period.until, about));
    return told.ok ? [told.counts, told.effect, told.byUnit, told.rows] : told.code;
  },
  'lib/measures/burden/read.ts#readBurden': async (reader, about) => {
    const told = await readBurden(reader, ask(about.period.until, about));
    return told.ok ? { ...told, units: null } : told.code;
  },
  'lib/measures/calls.ts#callTallies': async (reader, about) => {
    const told = await callTallies(reader, ask(about.period.until, about));
    return told.ok ? told.units : told.code;
  },
  'lib/measures/causes.ts#causeRegister': (reader, about) =>
    causeRegister(reader, ask(about.period.until, about)),
  'lib/appeals/queries/causes.ts#readCauses': async (reader) => (await readCauses(reader)).causes,
  'lib/appeals/queries/same-place.ts#casesAtSamePlace': async (reader, { cases }) => {
    const file = await fileOf(cases[0]?.id ?? '');
    return file ? casesAtSamePlace(reader, file) : [];
  },
  'lib/similar/duplicates.ts#readDuplicates': (reader, about) =>
    each([false, true], (trial) => readDuplicates(reader, sameAgain(about, trial))),
  'lib/similar/solved.ts#readSimilarSolved': (reader, about) =>
    readSimilarSolved(reader, sameAgain(about)),
  'lib/similar/read-like.ts#readLike': (reader, about) => readLike(reader, sameAgain(about)),
  ...ofAdministration({
    'lib/units/read-units.ts#readTree': async (reader) =>
      (await readTree(reader)).map((it) => [it.code, it.cases]),
    'lib/units/read-units.ts#readUnitPage': (reader, { unitIds }) =>
      each(unitIds, async (id) => (await readUnitPage(id, reader))?.held.cases),
    'lib/units/held.ts#heldBy': (reader, { unitIds }) =>
      each(unitIds, async (id) => (await heldBy(db(), id, reader)).cases),
    'lib/units/held.ts#casesOf': (reader, { personIds }) =>
      each(personIds, (id) => casesOf(db(), id, reader)),
    'lib/people/read-person.ts#readPerson': (reader, { personIds }) =>
      each(personIds, async (id) => {
        const read = await readPerson(id, zone, reader);
        return [read?.cases, read?.strays];
      }),
    'lib/people/overview.ts#readOverview': async (reader) =>
      (await readOverview(zone, reader)).leavers.map((it) => it._count.assignments),
    'lib/exchange/org/known.ts#knownPeople': async (reader) =>
      (await knownPeople(db(), reader)).map((it) => [it.login, it.cases]),
    'lib/categories/queries.ts#readCountedTree': async (reader) =>
      (await readCountedTree(reader)).map((it) => it.appeals),
    'lib/rules/calendar-queries.ts#readBehind': (reader) => readBehind(reader),
    'lib/rules/running-clocks.ts#runningClocks': async (reader) => {
      const told: unknown[] = [];
      for await (const clocks of runningClocks(reader)) {
        told.push(clocks.map((it) => it.caseNumber).toSorted());
      }
      return told;
    },
    'lib/notices/not-gone-out.ts#readNotGoneOut': (reader) => readNotGoneOut(reader),
    'lib/installation/trials.ts#readTrials': (reader) => readTrials(reader),
    // Searches for a number name no case, and every round of asking adds some.
    'lib/audit/read-readings.ts#readReadings': (reader, { personIds }) =>
      each(personIds, async (personId) => {
        const { rows } = await readReadings(reader, { personId }, null, zone);
        return rows.filter((it) => it.caseNumber).map((it) => [it.caseNumber, it.reason]);
      }),
  }),
};

/** Pages of administration ask for the right themselves: whoever lacks it never gets so far. */
function ofAdministration(those: Record<string, Way>): Record<string, Way> {
  return Object.fromEntries(
    Object.entries(those).map(([name, way]): [string, Way] => [
      name,
      async (reader, about) => (parts.some((it) => may(reader, it)) ? way(reader, about) : null),
    ]),
  );
}

/** Functions that read appeals too, and why nobody of staff learns from them what they may not know. */
export const elsewhere: Readonly<Record<string, string>> = {
  'lib/appeals/write.ts#writeFiling': 'makes one; answers its number to whoever filed it',
  'lib/notices/letter-parts.ts#readCaseParts': 'named facts; whoever calls asked before',
  'lib/notices/by-letter.ts#mostNotTold': 'a number',
  'lib/health/read-database.ts#readDatabase': 'how many notices wait, of all cases',
  'lib/metrics/scrape.ts#scrape': 'how many clocks run, of all cases',
  'lib/health/read-machine.ts#readDisk': 'of the disk alone',
  'lib/health/read-machine.ts#photosThere': 'whether they can be kept',
  'lib/health/read-machine.ts#keysOpen': 'whether the key fits, and nothing of what it opens',
  'lib/health/read-machine.ts#onceAMinute': 'asks nothing by itself',
  'lib/contacts/many-reveals.ts#isMany': 'counts one’s own',
  'lib/measures/burden/forms.ts#formsIn': 'a piece of the statements of readBurden',
  'lib/measures/burden/forms.ts#calledFormsIn': 'a piece of the statements of readBurden',
  'lib/measures/burden/count.ts#countBurden': 'what readBurden is made of',
  'lib/measures/burden/count.ts#burdenStatements': 'names the statements of readBurden',
  'lib/measures/burden/month.ts#keptBurden': 'nothing for whoever is barred from any case',
  'lib/appeals/queries/recused.ts#isBarredFromSome': 'tells somebody’s own bars, and not of what',
  'lib/measures/burden/month.ts#keepBurden': 'counts for everybody alike, and tells nobody',
  'lib/measures/burden/forms.ts#takenIn': 'a piece of the statements of readBurden',
  'lib/appeals/queries/steps.ts#stepsOf': 'steps of cases whoever calls has asked for before',
  'lib/appeals/file.ts#fileAppeal': 'makes one; answers whoever filed it',
  'lib/appeals/join.ts#joinAppeal': 'is perform; answers whoever joined with their own link',
  'lib/catalogue/read-grounds.ts#readGrounds': 'what rules look at; callers ask sees before',
  'lib/dispatch/read-proposal.ts#readProposal':
    'the page has asked viewCase; counts by readReturns',
  'lib/audit/read-readings.ts#readReaders': 'names of staff, and of no case',
  'lib/categories/queries.ts#readPathOf': 'categories without numbers',
  'lib/jobs/sweep-dispatch.ts#sweepDispatch': 'the system',
  'lib/appeals/lock.ts#otherOf': 'a key for perform, told to nobody',
  'lib/appeals/lock.ts#lockAppeals': 'locks',
  'lib/appeals/file.ts#isFiled': 'whether the form of whoever asks was taken',
  'lib/appeals/file.ts#filingOf': 'makes one; answers whoever filed it',
  'lib/spot-checks/read-draws.ts#readDraws': 'numbers told to everybody alike; it names no case',
  'lib/jobs/sweep-spot-checks.ts#sweepSpotChecks': 'the system',
  'lib/spot-checks/draw.ts#announceDraw': 'fixes a list nobody is shown',
  'lib/spot-checks/draw.ts#enterValue': 'draws from that list, and tells of none of it',
  'lib/spot-checks/draw.ts#shares': 'a list of numbers',
  'lib/jobs/sweep-neighbours.ts#sweepNeighbours': 'the system',
  'lib/appeals/queries/asked-nearby.ts#askedNearby': 'a resident, about what they were asked',
  'lib/appeals/queries/asked-nearby.ts#appealAskedAbout': 'a key for perform, of whoever was asked',
  'lib/appeals/queries/asked-nearby.ts#hasAnsweredNearby': 'a resident, about their own answers',
  'lib/publication/read-shown.ts#listShown':
    'for everybody: nothing of a case that complains of somebody',
  'lib/publication/read-shown.ts#readShown':
    'for everybody: nothing of a case that complains of somebody',
  'lib/publication/read-shown.ts#choicesShown': 'names of categories and streets, for everybody',
  'lib/publication/to-look-at.ts#readToLookAt':
    'nothing of a case that ever complained of somebody',
  'lib/publication/to-look-at.ts#looksAtShowings': 'asks of the reader alone',
  'lib/publication/to-look-at.ts#toLookAtInSql': 'counts by readToLookAt, in readInbox',
  'lib/detectors/after-contact.ts#afterContact':
    'the system; what it finds is told by lib/detectors/signals.ts alone',
  'lib/detectors/burst.ts#burst':
    'the system; what it finds is told by lib/detectors/signals.ts alone',
  'lib/detectors/burst.ts#burstOf': 'pure',
  'lib/detectors/desk-network.ts#deskNetwork':
    'the system; what it finds is told by lib/detectors/signals.ts alone',
  'lib/detectors/heard-otherwise.ts#heardOtherwise':
    'the system; what it finds is told by lib/detectors/signals.ts alone',
  'lib/detectors/heard-otherwise.ts#expectedNot': 'pure',
  'lib/detectors/heard-otherwise.ts#leastShare': 'pure',
  'lib/detectors/no-contact.ts#noContact':
    'the system; what it finds is told by lib/detectors/signals.ts alone',
  'lib/detectors/photo-again.ts#photoAgain':
    'the system; what it finds is told by lib/detectors/signals.ts alone',
  'lib/detectors/photo-again.ts#shownAgain': 'pure',
  'lib/detectors/quick.ts#quick':
    'the system; what it finds is told by lib/detectors/signals.ts alone',
  'lib/detectors/rows.ts#judged': 'a piece of the statements of detectors',
  'lib/detectors/rows.ts#during': 'a piece of the statements of detectors',
  'lib/detectors/rows.ts#verdictsIn': 'a piece of the statements of detectors',
  'lib/detectors/rows.ts#answersIn': 'a piece of the statements of detectors',
  'lib/detectors/rows.ts#countedBy': 'a piece of the statements of detectors',
  'lib/detectors/same-phone.ts#samePhone':
    'the system; what it finds is told by lib/detectors/signals.ts alone',
  'lib/detectors/same-words.ts#sameWords':
    'the system; what it finds is told by lib/detectors/signals.ts alone',
  'lib/detectors/same-words.ts#twins': 'pure',
  'lib/detectors/withdrawn.ts#withdrawn':
    'the system; what it finds is told by lib/detectors/signals.ts alone',
  'lib/detectors/run.ts#windowAt': 'pure',
  'lib/detectors/run.ts#detect':
    'the system; what it finds is told by lib/detectors/signals.ts alone',
  'lib/detectors/run.ts#detectDue':
    'the system; what it finds is told by lib/detectors/signals.ts alone',
  'lib/detectors/signals.ts#findings': 'no appeal',
  'lib/detectors/signals.ts#lastLooked': 'a day, no appeal',
  'lib/detectors/trace.ts#traceOf': 'a hash of where a request came from',
  'lib/detectors/trace.ts#noteTrace': 'writes a hash beside a verdict',
  'lib/detectors/trace.ts#sweepTraces': 'the system',
  'lib/photos/changed-files.ts#changedFiles':
    'for whoever runs the machine: numbers of cases alone',
  'lib/photos/release.ts#standOf': 'a word on a picture somebody was already given',
  'lib/photos/released.ts#releasedPhotosOf':
    'what anybody may see once its case is published; who asks, asks for a case they have been given',
  'lib/photos/released.ts#standingReleases': 'keys of files, told to nobody',
  'lib/photos/released.ts#openReleased': 'bytes that were covered for everybody',
  'lib/photos/held.ts#heldPhotos': 'what its holder has sent and no step has taken',
  'lib/appeals/read-kept.ts#readKept': 'numbers, for the rule of a step; perform asks sees before',
  'lib/appeals/write-erasure.ts#erasing': 'writes what a step decided',
  'lib/auth/link-token.ts#isForgotten': 'residents’ own door; yes or no',
  'lib/contacts/reveal.ts#ownContact': 'a resident’s own',
  'lib/own-data/own-data.ts#readOwnData': 'a resident’s own, through viewCase',
  'lib/own-data/own-data.ts#ownDataFile': 'writes what was read',
  'lib/retention/due.ts#dueCases': 'the system',
  'lib/retention/due.ts#askedCases': 'the system',
  'lib/retention/due.ts#oldLookups': 'the system',
  'lib/retention/erase.ts#keptDays': 'a setting',
  'lib/retention/erase.ts#eraseDue': 'the system',
  'lib/retention/erase.ts#wouldErase': 'numbers for whoever has the machine',
  'lib/photos/retention.ts#deleteLarge': 'forgets, and tells how many',
  'lib/photos/retention.ts#wouldGo': 'numbers for whoever has the machine',
  'lib/photos/retention.ts#photoDays': 'a setting',
  'lib/photos/held.ts#attachmentById':
    'picture or PDF, and how large: of an id its caller may read',
  'lib/photos/held.ts#holdPhoto': 'writes what its holder has sent',
  'lib/photos/held.ts#dropHeld': 'forgets what its holder has sent',
  'lib/photos/held.ts#photosFor': 'what its holder brings to a step',
  'lib/photos/held.ts#givePhotos': 'writes with the step it is asked by',
  'lib/photos/held.ts#sweepPhotos': 'forgets what no step has taken',
  'lib/photos/held.ts#newPhotoId': 'makes a key',
  'lib/photos/held.ts#mostPhotos': 'a number',
  'lib/appeals/file.ts#rowsOfOwnWords': 'makes rows of what it is given',
  'lib/appeals/load.ts#loadCaseFile':
    'what rules look at; callers ask sees before they tell anything',
  'lib/appeals/perform.ts#performWith': 'is perform',
  'lib/appeals/perform.ts#marksOf': 'a hash of a form',
  'lib/contacts/one-hash.ts#underOneHash': 'changes hashes, gives nothing',
  'lib/contacts/one-hash.ts#moveHashes': 'changes hashes, gives a number of rows',
  'lib/contacts/rehash.ts#rehash': 'for whoever runs the server: numbers of rows alone',
  'lib/contacts/rehash.ts#hashesOfOthers': 'for whoever runs the server: a number of rows alone',
  'lib/appeals/perform.ts#performAll': 'imports alone',
  'lib/appeals/perform.ts#performWhile': 'imports and seeds alone, under sees',
  'lib/appeals/perform.ts#decideHere': 'foresee and perform ask sees before',
  'lib/appeals/perform.ts#unitNamed': 'a unit, no appeal',
  'lib/appeals/perform.ts#offeredPath': 'a category, no appeal',
  'lib/appeals/queries/appeal-id.ts#appealIdOf': 'a key for perform, told to nobody',
  'lib/appeals/queries/behind-in-sql.ts#behindInSql':
    'a piece of the statements of readInbox and causeRegister',
  'lib/appeals/queries/causes.ts#ownsCauses': 'no appeal',
  'lib/appeals/queries/causes.ts#ownCausesInSql': 'a piece of the statement of readInbox',
  'lib/appeals/queries/front.ts#readInstallation': 'no appeal',
  'lib/appeals/queries/front.ts#forgetInstallation': 'no appeal',
  'lib/appeals/queries/front.ts#phoneOf': 'no appeal',
  'lib/appeals/queries/front.ts#readPhone': 'no appeal',
  'lib/appeals/queries/front.ts#readTopics':
    'public, the same for everybody: a number by category, none below five of a week',
  'lib/appeals/queries/inbox-overview.ts#hasOverview': 'no appeal',
  'lib/appeals/queries/inbox-statement.ts#inboxStatement': 'the statement of readInbox',
  'lib/appeals/queries/other-case.ts#otherCases': 'residents: the case theirs is part of',
  'lib/appeals/queries/other-case.ts#otherCaseIdOf': 'a key for perform, told to nobody',
  'lib/appeals/queries/shared.ts#readShared':
    'residents who hold a join link: never a word anybody wrote',
  'lib/appeals/queries/recused.ts#notRecusedFrom': 'the guard itself',
  'lib/appeals/queries/recused.ts#notRecusedInSql': 'the guard itself',
  'lib/appeals/queries/recused.ts#barredInSql': 'the guard itself',
  'lib/appeals/queries/own-cases.ts#readOwnCases':
    'residents: their own, after a code that went to them',
  'lib/appeals/queries/search.ts#readQuery': 'reads an address',
  'lib/appeals/queries/search-statement.ts#searchStatement': 'what searchAppeals is made of',
  'lib/appeals/queries/told.ts#readTold': 'what viewCase is made of',
  'lib/appeals/queries/visible-in-sql.ts#reachedIdsInSql': 'the guard itself',
  'lib/lasting/case-links.ts#noLinks': 'none',
  'lib/measures/remembered.ts#remembered': 'nothing for whoever is barred from any case',
  'lib/notices/reach.ts#readReach': 'a resident’s own, and the system',
  'lib/notices/voice-choice.ts#choiceIn': 'asks nothing',
  'lib/appeals/queries/track.ts#endsWith': 'residents: number and digits',
  'lib/appeals/queries/track.ts#readStatus': 'residents: status words after the digits',
  'lib/appeals/queries/track.ts#trackInput': 'a form of residents',
  'lib/appeals/queries/visible-in-sql.ts#visibleInSql': 'the guard itself',
  'lib/appeals/queries/visible-in-sql.ts#reachedInSql': 'the guard itself',
  'lib/appeals/queries/visible.ts#visibleTo': 'the guard itself',
  'lib/appeals/queries/visible.ts#sees': 'the guard itself',
  'lib/appeals/settle.ts#settle': 'pure',
  'lib/appeals/write.ts#rowsOf': 'pure',
  'lib/appeals/write.ts#writeChanges': 'writes',
  'lib/lasting/strike.ts#markPair': 'asks readPair first; whoever worked on it may not in any case',
  'lib/auth/link-token.ts#privatePath': 'residents: private links',
  'lib/auth/link-token.ts#linkToken': 'residents: private links',
  'lib/auth/link-token.ts#readLinkToken': 'residents: private links',
  'lib/categories/queries.ts#readTree': 'categories without numbers',
  'lib/desk/foresee.ts#movedBy': 'asked only after perform said who may know',
  'lib/exchange/figures.ts#figuresOf': 'the command line of an import',
  'lib/exchange/import-record.ts#findImport': 'the command line of an import',
  'lib/exchange/import-record.ts#reopenImport': 'the command line of an import',
  'lib/exchange/import-record.ts#finishImport': 'the command line of an import',
  'lib/exchange/org/known.ts#knownUnits': 'units without numbers',
  'lib/exchange/standing.ts#standingOf': 'the command line of an import',
  'lib/exchange/standing.ts#tellsTheSame': 'the command line of an import',
  'lib/exchange/standing.ts#isPlayedOut': 'the command line of an import',
  'lib/exports/tables.ts#tables': 'statements of startExport',
  'lib/exports/tables.ts#exportKinds': 'no appeal',
  'lib/exports/tables.ts#isExportKind': 'no appeal',
  'lib/exports/tables.ts#columnsOf': 'no appeal',
  'lib/installation/set-up.ts#setUpSteps': 'no appeal',
  'lib/installation/set-up.ts#neededRoles': 'no appeal',
  'lib/installation/set-up.ts#readSetUp': 'whether any trial was filed at all',
  'lib/installation/set-up.ts#readStaff': 'people, no appeal',
  'lib/installation/set-up.ts#lackingSteps': 'no appeal',
  'lib/installation/set-up.ts#finishSetUp': 'no appeal',
  'lib/integrity/case-proof.ts#caseProof': 'the resident of the case alone; hashes',
  'lib/integrity/read-log.ts#logLines': 'the command line of whoever runs the server',
  'lib/integrity/read-log.ts#logPieces': 'the command line of whoever runs the server',
  'lib/integrity/read-log.ts#rootLines': 'no appeal',
  'lib/integrity/sealer.ts#sealDue': 'the system',
  'lib/integrity/verify-chains.ts#verifyChains': 'the command line of whoever runs the server',
  'lib/jobs/deliver-notice.ts#deliverNotice': 'the system',
  'lib/jobs/compose-letter.ts#composeLetter': 'the system',
  'lib/jobs/due-notices.ts#dueNotices': 'the system',
  'lib/jobs/send-code.ts#sendCode': 'the system',
  'lib/jobs/sweep-ratings.ts#sweepRatings': 'the system',
  'lib/jobs/sweep-look-backs.ts#sweepLookBacks': 'asks residents; no actor',
  'lib/jobs/sweep-calendar.ts#sweepCalendar': 'the system',
  'lib/jobs/sweep-cards.ts#sweepCards': 'the system',
  'lib/jobs/sweep-recusals.ts#sweepRecusals': 'the system',
  'lib/jobs/sweep-supervision.ts#namedBy': 'the system',
  'lib/jobs/sweep-supervision.ts#sweepSupervision': 'the system',
  'lib/jobs/sweep-turns.ts#sweepTurns': 'the system',
  'lib/measures/cases.ts#whichWords': 'no appeal',
  'lib/reports/make-reports.ts#makeReports': 'the system; read by readReport',
  'lib/measures/left-out.ts#dueLeftOut':
    'a piece of the statements of overview, casesBehind, readLedger and exports',
  'lib/measures/left-out.ts#mayBeLeftOut':
    'a condition of statements that ask for the right themselves',
  'lib/measures/exclusions.ts#countLedger':
    'a piece of readLedger, and numbers told to everybody alike',
  'lib/measures/exclusions.ts#ledgerParts': 'no appeal',
  'lib/measures/exclusions.ts#spokenKeys': 'no appeal',
  'lib/measures/queries.ts#countDue': 'a piece of overview, furtherMeasures and readReport',
  'lib/measures/queries.ts#countLists': 'a piece of overview and readReport',
  'lib/measures/rolled/fold.ts#foldMeasures': 'counts for everybody alike and shows nothing',
  'lib/measures/rolled/read.ts#countRolled':
    'a piece of overview, furtherMeasures, trend and readReport',
  'lib/measures/rolled/read.ts#countFromRows': 'a piece of countRolled',
  'lib/measures/rolled/read.ts#inOneView': 'a piece of countRolled and countSpans',
  'lib/measures/rolled/read.ts#within': 'a piece of the statements of countRolled and countSpans',
  'lib/measures/rolled/rows.ts#rowsOf': 'the statements of countRolled and countSpans',
  'lib/measures/rolled/rows.ts#madeNow': 'no appeal',
  'lib/measures/areas.ts#areasOf': 'units without numbers',
  'lib/measures/areas.ts#placedInSql':
    'a piece of the statements of breakdown, casesBehind and countOpenly',
  'lib/measures/cut-in-sql.ts#cutColumns': 'a piece of the statement of breakdown',
  'lib/measures/cut-in-sql.ts#selectCut': 'a piece of the statements of breakdown and casesBehind',
  'lib/measures/lists.ts#lists': 'statements of casesListed and overview',
  'lib/measures/lists.ts#listKeys': 'no appeal',
  'lib/measures/population.ts#concluded': 'a piece of the statements of overview and the lists',
  'lib/measures/lists.ts#isListKey': 'no appeal',
  'lib/measures/open-counts.ts#countOpenly':
    'public, the same for everybody: numbers that readOpenWindow withholds below five',
  'lib/measures/open-counts.ts#openParts': 'no appeal',
  'lib/measures/population.ts#promisesDue': 'a piece of the statement of countOpenly',
  'lib/measures/population.ts#under': 'a piece of the statements of overview and the lists',
  'lib/measures/population.ts#within': 'a piece of the statements of overview and the lists',
  'lib/measures/population.ts#counted': 'a piece of the statements of overview and the lists',
  'lib/measures/population.ts#populationOf': 'a piece of the statements of overview and the lists',
  'lib/notices/staff-notices.ts#unseenInSql': 'the statement of countUnseen and readInbox',
  'lib/notices/staff-notices.ts#markSeen': "the reader's own mark",
  'lib/notices/staff-notices.ts#mostUnseen': 'no appeal',
  'lib/notices/channel-state.ts#readChannels': 'numbers over all cases, none by case',
  'lib/notices/not-gone-out.ts#sendAgain': 'changes under notRecusedInSql, and says only whether',
  'lib/notices/voice-choice.ts#readChoice': "a resident's own",
  'lib/notices/voice-choice.ts#choose': "a resident's own",
  'lib/notices/voice-choice.ts#stopLetters': "residents: the address in one's own letter",
  'lib/notices/voice-choice.ts#caseOfLetters': "residents: the address in one's own letter",
  'lib/people/hand-over.ts#handOver': 'counts under notRecusedFrom; tests/db/recusals.test.ts',
  'lib/people/hand-over.ts#handOverAgain': 'is handOver',
  'lib/people/keep-barred.ts#keepBarred': 'the system',
  'lib/recount/from-events.ts#inSlice': 'no appeal',
  'lib/recount/from-events.ts#recountedFromEvents': 'a piece of the statement of recount',
  'lib/recount/from-events.ts#openFromEvents': 'a piece of the statement of recount',
  'lib/recount/published.ts#publishedRows': 'a piece of the statement of recount',
  'lib/recount/recount.ts#recount': 'the command line of whoever runs the server',
  'lib/recount/nightly.ts#recountDue': 'the system; keeps numbers of differences alone',
  'lib/recount/read-recounts.ts#readRecounts': 'how many figures differ, of all cases',
  'lib/recount/stray-paths.ts#strayPaths':
    'a piece of recount, for the command line and the system',
  'lib/recount/from-events.ts#untoldRow': 'a piece of the statement of recount',
  'lib/recount/slice.ts#casesAtOnce': 'a number',
  'lib/recount/slice.ts#mostShown': 'a number',
  'lib/recount/slice.ts#makeTables': 'no appeal',
  'lib/recount/slice.ts#recountSlice': 'a slice of recount, for the command line and the system',
  'lib/recount/kept.ts#compareShares': 'a piece of recount, for the command line and the system',
  'lib/recount/kept.ts#compareSums': 'a piece of recount, for the command line and the system',
  'lib/recount/window.ts#compareWindow': 'the command line of whoever runs the server',
  'lib/presence/presence.ts#appear': 'the page has asked viewCase, the route stay',
  'lib/presence/presence.ts#leave': "removes the reader's own row and says nothing",
  'lib/rules/calendar-queries.ts#readCalendars': 'no appeal',
  'lib/rules/calendar-queries.ts#readCalendarView': 'no appeal',
  'lib/rules/calendar-queries.ts#asCalendar': 'no appeal',
  'lib/rules/calendar-queries.ts#readZone': 'no appeal',
  'lib/jobs/sweep-keywords.ts#sweepKeywords': 'the system',
  'lib/jobs/sweep-after-effects.ts#sweepAfterEffects': 'the system',
  'lib/lasting/seek.ts#seekAfterEffects': 'the system',
  'lib/lasting/rows.ts#spanOf': 'a piece of statements',
  'lib/lasting/rows.ts#isFix': 'a piece of statements',
  'lib/lasting/rows.ts#isStruck': 'a piece of statements',
  'lib/similar/nearest-in-sql.ts#nearestInSql':
    'a piece of the statements of readDuplicates and readSimilarSolved',
  'lib/similar/duplicates.ts#readOffers':
    'strangers: no case that complains of anybody; tests/db/similar.test.ts',
  'lib/similar/reader.ts#asStaff': 'the guard itself',
  'lib/similar/reader.ts#asStranger': 'the guard itself',
  'lib/similar/nearest-in-sql.ts#countsInSql': 'a piece of the same statements',
  'lib/similar/nearest-in-sql.ts#countsOf': 'what the same statements counted',
  'lib/units/held.ts#openLead': 'a clause of the system',
  'lib/units/held.ts#openLeadFor': 'the guard itself',
  'lib/units/merge-unit.ts#mergeUnit': 'refuses by heldBy; tests/db/recusals.test.ts',
  'lib/units/read-units.ts#readPlacesFor': 'units without numbers',
  'lib/units/repath.ts#repath': 'writes',
};
