import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { readExports } from '@/lib/exports/read-exports';
import { type ExportAsk, startExport } from '@/lib/exports/start-export';
import { columnsOf, exportKinds } from '@/lib/exports/tables';
import { monthWith } from '@/lib/measures/period';
import { overview } from '@/lib/measures/queries';
import { mintResident, mintVoice, type PersonActor, playing } from '@/lib/people/actor';
import { person, ready, unitId } from '../support/county';

/** Tables as files, from a real month. Wall time is that of Beijing. */

const zone = 'Asia/Shanghai';
const october = monthWith('2026-10-01', zone);
const on = (written: string) => new Date(`2026-${written.replace(' ', 'T')}:00+08:00`);

let filed: { appealId: string; voiceId: string; caseNumber: string };

async function file(when: string, more: object = {}) {
  const input = {
    what: '楼道的灯坏了',
    place: '安康里 6 号楼',
    name: '周小满',
    phone: '13812345678',
  };
  const result = await fileAppeal(
    { input: { ...input, ...more } },
    playing(mintResident(), on(when)),
  );
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
}

async function asked(actor: PersonActor, more: Partial<ExportAsk> = {}) {
  return startExport(actor, {
    kind: 'cases',
    format: 'csv',
    period: october,
    names: 'zh',
    zone,
    say: (key) => key,
    mark: (number) => `=${number}`,
    ...more,
  });
}

async function textOf(actor: PersonActor, more: Partial<ExportAsk> = {}): Promise<string> {
  const started = await asked(actor, more);
  if (!started.ok) throw new Error(started.problem);
  return new Response(started.body).text();
}

const linesOf = async (actor: PersonActor, kind: ExportAsk['kind']) =>
  (await textOf(actor, { kind, format: 'jsonl' }))
    .split('\n')
    .filter(Boolean)
    .map((it) => JSON.parse(it) as Record<string, unknown>);

beforeAll(async () => {
  await ready();
  filed = await file('10-12 09:00');
  const { appealId, voiceId } = filed;
  const take = async (
    ...[verb, input, by, when]: [
      Parameters<typeof perform>[0]['verb'],
      object,
      Parameters<typeof playing>[0],
      string,
    ]
  ) => {
    const result = await perform({ appealId, verb, input }, playing(by, on(when)));
    if (!result.ok) throw new Error(`${verb}: ${JSON.stringify(result)}`);
  };
  const to = { unitId: unitId('liuwan'), urgency: 'ordinary' };
  const said = { round: '1', solved: 'yes', result: 'satisfied', handling: 'neutral' };
  await take('dispatch', to, person('chenjing'), '10-12 09:10');
  await take('accept', {}, person('zhaolimin'), '10-12 09:20');
  await take('contact', { how: 'telephone', said: '约好上门' }, person('zhaolimin'), '10-12 10:00');
  await take(
    'resolve',
    { outcome: 'done', answer: '已经换好' },
    person('zhaolimin'),
    '10-13 10:00',
  );
  await take('judge', { ...said, pressed: 'no' }, mintVoice(voiceId, appealId), '10-14 09:00');
  await file('10-20 09:00');
  await file('11-02 09:00');
});

describe('what is in the file', () => {
  test('cases of the period, one row each, with the columns in their order and the mark in every row', async () => {
    const text = await textOf(person('zhoumin'));
    const [head, ...rows] = parse(text.replace('\ufeff', ''), {
      relax_quotes: false,
    }) as string[][];
    expect(head).toEqual([
      ...columnsOf('cases').map(([key]) => `exports.column.${key}`),
      'exports.mark',
    ]);
    expect(rows).toHaveLength(2);
    const [first = []] = rows;
    expect(first.slice(0, 2)).toEqual([filed.caseNumber, '2026-10-12 09:00']);
    expect(first).toContain('words.status.closed');
    expect(first.at(-1)).toMatch(/^'=\d+$/);
    expect(new Set(rows.map((it) => it.at(-1))).size).toBe(1);
  });

  test('answers are the rows the rates are counted from', async () => {
    const found = await overview(person('zhoumin'), {
      period: october,
      unit: null,
      at: on('11-10 12:00'),
      compareWith: october,
    });
    if (!found.ok) throw new Error(found.code);
    const rows = await linesOf(person('zhoumin'), 'answers');
    for (const [measure, { due, answered }] of Object.entries(found.all.own)) {
      const own = rows.filter((it) => it.measure === measure);
      expect([measure, own.length]).toEqual([measure, due]);
      expect(own.filter((it) => it.answer !== null)).toHaveLength(answered);
    }
    expect(rows.find((it) => it.measure === 'satisfiedHandling')?.answer).toBe('neutral');
  });

  test('every step with its link of the chain', async () => {
    const rows = await linesOf(person('zhoumin'), 'steps');
    const own = rows.filter((it) => it.caseNumber === filed.caseNumber);
    expect(own.map((it) => it.verb)).toEqual([
      'file',
      'dispatch',
      'accept',
      'contact',
      'resolve',
      'judge',
    ]);
    for (const [nth, it] of own.entries()) {
      if (nth > 0) expect(it.prevHash).toBe(own[nth - 1]?.hash);
    }
  });

  test('nobody who filed is in any of them', async () => {
    for (const kind of exportKinds) {
      const text = await textOf(person('shenhuaiyuan'), { kind });
      for (const secret of ['周小满', '13812345678', '楼道的灯', '安康里', filed.voiceId]) {
        expect([kind, text.includes(secret)]).toEqual([kind, false]);
      }
    }
    // That the words above are in the database, and would be found.
    expect(JSON.stringify(await db().detail.findMany())).toContain('楼道的灯');
  });

  test('a period without anything is a file with its heading', async () => {
    const text = await textOf(person('zhoumin'), { period: monthWith('2020-01-01', zone) });
    expect(text.trim().split('\r\n')).toHaveLength(1);
  });
});

describe('who may', () => {
  test('nobody without the right to measure, and ledgers are for the inspector', async () => {
    const notFound = { ok: false, problem: 'notFound' };
    expect(await asked(person('zhaolimin'))).toEqual(notFound);
    expect(await asked(person('wukai'))).toEqual(notFound);
    expect(await asked(person('zhoumin'), { kind: 'reveals' })).toEqual(notFound);
    expect(await asked(person('zhoumin'), { kind: 'changes' })).toEqual(notFound);
    expect(await textOf(person('shenhuaiyuan'), { kind: 'reveals' })).toContain(
      'exports.column.reason',
    );
  });
});

describe('the ledger', () => {
  test('tells whose it is, how much, and the sum of the very file', async () => {
    const started = await asked(person('zhoumin'));
    if (!started.ok) throw new Error(started.problem);
    const bytes = Buffer.from(await new Response(started.body).arrayBuffer());
    const [last] = await readExports(person('zhoumin'));
    expect(last).toMatchObject({
      kind: 'cases',
      rows: 2,
      state: 'whole',
      person: person('zhoumin').name,
    });
    expect(last?.digest).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('one sees one’s own, the inspector everybody’s', async () => {
    const own = await readExports(person('zhoumin'));
    expect(new Set(own.map((it) => it.person))).toEqual(new Set([person('zhoumin').name]));
    const all = await readExports(person('shenhuaiyuan'));
    expect(all.length).toBeGreaterThan(own.length);
  });

  test('a file nobody reads to its end is not whole, and frees its place', async () => {
    const started = await asked(person('zhoumin'));
    if (!started.ok) throw new Error(started.problem);
    expect(await asked(person('zhoumin'))).toEqual({ ok: false, problem: 'busy' });
    await started.body.cancel();
    const entry = () => db().export.findUniqueOrThrow({ where: { number: started.number } });
    await expect.poll(async () => (await entry()).endedAt).not.toBeNull();
    expect((await entry()).digest).toBeNull();
    await expect.poll(async () => (await asked(person('zhoumin'))).ok).toBe(true);
  });

  test('the application cannot rewrite who took what', async () => {
    await expect(db().$executeRaw`UPDATE "Export" SET kind = 'steps'`).rejects.toThrow(
      /permission/,
    );
    await expect(db().$executeRaw`DELETE FROM "Export"`).rejects.toThrow(/permission/);
  });
});
