import { beforeAll, expect, it } from 'vitest';
import type { PresetCode } from '@/lib/rule-sets/preset';
import { presets } from '@/lib/rule-sets/presets';
import { withClient } from '@/scripts/launcher/with-client';
import { type OwnDatabase, ownDatabase } from '../support/database';

let own: OwnDatabase;
let install: () => Promise<void>;

beforeAll(async () => {
  own = await ownDatabase();
  ({ installReferenceData: install } = await import('@/prisma/seed/reference'));
  await install();
});

async function rules() {
  const { db } = await import('@/lib/db/client');
  const [limits, settings, supervision] = await Promise.all([
    db().limit.findMany({ orderBy: { id: 'asc' } }),
    db().ruleSetting.findMany({ orderBy: [{ ruleSet: 'asc' }, { key: 'asc' }] }),
    db().supervisionRule.findMany({ orderBy: { id: 'asc' } }),
  ]);
  return { limits, settings, supervision };
}

const said = (rows: readonly object[], keys: readonly string[]) =>
  rows
    .map((row) =>
      JSON.stringify(
        Object.fromEntries(
          Object.entries(row)
            .filter(([key]) => keys.includes(key))
            .toSorted(),
        ),
      ),
    )
    .toSorted();
const ofLimit = ['kind', 'urgency', 'amount', 'unit', 'source', 'statutory', 'level'];
const ofSetting = ['key', 'amount', 'unit', 'source'];
const ofRule = ['cause', 'threshold', 'level', 'source'];

const byHand = (sql: string) => withClient(own.ownerUrl, (client) => client.query(sql));

it('a fresh database has the preset Beijing, whole, and keeps it as it is', async () => {
  const found = await rules();
  const { limits, settings, supervision } = presets.beijing;
  expect(said(found.limits, ofLimit)).toEqual(said(limits, ofLimit));
  expect(said(found.settings, ofSetting)).toEqual(said(settings, ofSetting));
  expect(said(found.supervision, ofRule)).toEqual(said(supervision, ofRule));
  await install();
  expect(await rules()).toEqual(found);
});

it('an older one is given what it lacks, and what someone set stays', async () => {
  await byHand(`DELETE FROM "RuleSetting" WHERE key <> 'parkMost'`);
  await byHand(`UPDATE "RuleSetting" SET amount = 90, source = '本县'`);
  await byHand('DELETE FROM "SupervisionRule"');
  await byHand(`DELETE FROM "Limit" WHERE kind = 'decide'`);
  await byHand(`UPDATE "Limit" SET level = 'county'`);
  await byHand(
    `UPDATE "Limit" SET amount = 5, source = '本县' WHERE kind = 'promise' AND urgency = 'ordinary'`,
  );
  await byHand(`UPDATE "Limit" SET "retiredAt" = now() WHERE kind = 'rate'`);
  const before = await rules();
  await install();
  const after = await rules();

  const own = after.limits.find((it) => it.kind === 'promise' && it.urgency === 'ordinary');
  expect(own).toMatchObject({ amount: 5, source: '本县', level: 'county' });
  const stated = after.limits
    .filter((it) => it.level === 'province')
    .map((it) => `${it.kind} ${it.urgency}`);
  expect(stated.toSorted()).toEqual([
    'dispatch null',
    'promise complex',
    'promise extraUrgent',
    'promise urgent',
  ]);
  expect(after.limits.filter((it) => it.kind === 'rate')).toHaveLength(1);
  expect(after.limits.filter((it) => it.kind === 'decide')).toHaveLength(1);
  expect(after.limits).toHaveLength(before.limits.length + 1);
  expect(after.settings).toHaveLength(presets.beijing.settings.length);
  expect(after.settings.find((it) => it.key === 'parkMost')?.amount).toBe(90);
  expect(said(after.supervision, ofRule)).toEqual(said(presets.beijing.supervision, ofRule));
  await install();
  expect(await rules()).toEqual(after);
});

it('a rule someone set leaves the triggers to them', async () => {
  await byHand(`DELETE FROM "SupervisionRule" WHERE cause <> 'silent'`);
  await install();
  expect((await rules()).supervision.map((it) => it.cause)).toEqual(['silent']);
});

it.each<PresetCode>(['shanghai', 'shandong', 'petition'])(
  '%s is installed where it was chosen',
  async (code) => {
    await byHand(`UPDATE "Installation" SET "ruleSet" = '${code}'`);
    await install();
    const { limits, settings } = await rules();
    const ofIt = limits.filter((it) => it.ruleSet === code);
    expect(said(ofIt, ofLimit)).toEqual(said(presets[code].limits, ofLimit));
    expect(settings.filter((it) => it.ruleSet === code)).toHaveLength(
      presets[code].settings.length,
    );
  },
);
