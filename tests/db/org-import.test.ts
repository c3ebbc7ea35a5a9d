import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { applyImport, previewImport } from '@/lib/exchange/org/import';
import { mostLines } from '@/lib/exchange/org/read-table';
import { openEmail } from '@/lib/people/work-email';
import { readFormerNames } from '@/lib/units/former-names';
import { person, ready, unitId } from '../support/county';

await ready();
const chief = person('wukai');

const table = (...lines: string[]) => `${lines.join('\n')}\n`;

const unitHead = '单位代码,单位名称,类别,上级单位';

const byCode = async (code: string) =>
  db().unit.findUnique({ where: { code }, include: { parent: { select: { code: true } } } });

/** Looks, and confirms what was seen. */
async function imported(kind: 'units' | 'people', text: string) {
  const { faults, digest } = await previewImport(kind, text, person('wukai'));
  expect(faults).toEqual([]);
  return applyImport(kind, { text, digest }, chief);
}

describe('units', () => {
  it('change nothing before they are confirmed, and then all at once', async () => {
    const text = table(
      `\ufeff${unitHead}`,
      'dongli-b,东里二社区,社区,dongli',
      'dongli,东里街道,街道,澄河县',
      '"liuwan","柳湾街道办事处",街道,',
    );
    const before = await db().unit.count();
    const preview = await previewImport('units', text, person('wukai'));
    expect(preview.lines.map((it) => it.doing)).toEqual(['new', 'new', 'changed']);
    expect(await db().unit.count()).toBe(before);
    expect(await imported('units', text)).toEqual({ ok: true, value: { added: 2, changed: 1 } });
    expect(await byCode('dongli-b')).toMatchObject({
      path: 'chenghe/dongli/dongli-b/',
      parent: { code: 'dongli' },
    });
    expect((await readFormerNames(unitId('liuwan'))).map((it) => it.name)).toEqual(['柳湾街道']);
    expect(await imported('units', text)).toEqual({ ok: true, value: { added: 0, changed: 0 } });
  });

  it('may turn the tree round: what was above comes below', async () => {
    await imported('units', table(unitHead, 'up,上,街道,', 'down,下,社区,up', 'leaf,叶,社区,down'));
    // down goes to the top, up beneath it, leaf beneath up.
    await db().unit.update({ where: { code: 'down' }, data: { parentId: null, path: 'down/' } });
    await db().unit.update({ where: { code: 'leaf' }, data: { path: 'down/leaf/' } });
    await imported('units', table(unitHead, 'leaf,叶,社区,up', 'up,上,街道,down'));
    expect(await byCode('up')).toMatchObject({ path: 'down/up/', parent: { code: 'down' } });
    expect(await byCode('leaf')).toMatchObject({ path: 'down/up/leaf/', parent: { code: 'up' } });
  });

  it('do nothing at all when something that matters changed meanwhile', async () => {
    const text = table(unitHead, 'late-a,迟甲,社区,liuwan', 'late-b,迟乙,社区,liuwan');
    const { digest } = await previewImport('units', text, person('wukai'));
    const { id } = await db().unit.create({
      data: {
        id: crypto.randomUUID(),
        code: 'late-b',
        name: '别的',
        nameEn: 'Another',
        kind: 'community',
        path: 'late-b/',
      },
    });
    expect(await applyImport('units', { text, digest }, chief)).toMatchObject({
      ok: false,
      problems: [{ code: 'previewOutdated' }],
    });
    expect(await byCode('late-a')).toBeNull();
    expect(await db().change.count({ where: { subjectId: id } })).toBe(0);
  });

  it('go on when what changed has nothing to do with them', async () => {
    const text = table(unitHead, 'calm,静,社区,liuwan');
    const { digest } = await previewImport('units', text, person('wukai'));
    await imported('units', table(unitHead, 'elsewhere,别处,社区,chengguan'));
    expect(await applyImport('units', { text, digest }, chief)).toMatchObject({ ok: true });
  });

  it('are not changed by a made-up confirmation', async () => {
    const text = table(unitHead, 'forged,伪,社区,liuwan');
    const forged = await applyImport('units', { text, digest: 'x' }, chief);
    expect(forged).toMatchObject({ ok: false });
    const faulty = table(unitHead, 'forged,伪,城堡,liuwan');
    const { digest } = await previewImport('units', faulty, person('wukai'));
    expect(await applyImport('units', { text: faulty, digest }, chief)).toMatchObject({
      ok: false,
    });
    expect(await byCode('forged')).toBeNull();
  });
});

describe('people', () => {
  const head = 'name,login,unit,roles,email';

  it('come in without a password, their addresses encrypted and out of the log', async () => {
    const text = table(head, '顾盼,gupan,城关镇,承办人、单位负责人,gupan@example.com');
    expect(await imported('people', text)).toMatchObject({ ok: true, value: { added: 1 } });
    const row = await db().person.findUniqueOrThrow({ where: { login: 'gupan' } });
    expect(row).toMatchObject({ passwordHash: null, roles: ['handler', 'leader'] });
    expect(openEmail(row.id, row.email)).toBe('gupan@example.com');
    const changes = await db().change.findMany({ where: { subjectId: row.id } });
    expect(changes).toMatchObject([{ action: 'added', after: { email: 'given' } }]);
    expect(JSON.stringify(changes)).not.toContain('gupan@');
    expect(await imported('people', text)).toMatchObject({ ok: true, value: { added: 0 } });
  });

  it('keep what the table leaves empty', async () => {
    const before = await db().person.findUniqueOrThrow({ where: { login: 'hewei' } });
    await imported('people', table(head, '何伟,hewei,chengguan,,'));
    expect(await db().person.findUniqueOrThrow({ where: { login: 'hewei' } })).toEqual({
      ...before,
      unitId: unitId('chengguan'),
    });
  });

  it('never lose the last administrator, whoever else the table names', async () => {
    const text = table(head, '吴凯,wukai,hotline,operator,', '新人,xinren,hotline,administrator,');
    // By somebody else: whom a table names may not be given rights by it themselves.
    const { faults, digest } = await previewImport('people', text, person('chenjing'));
    expect(faults).toMatchObject([{ line: 2, code: 'lastAdministrator' }]);
    expect((await previewImport('people', text, chief)).faults).toMatchObject([
      { line: 2, code: 'ownRoles' },
    ]);
    expect(await applyImport('people', { text, digest }, chief)).toMatchObject({ ok: false });
    expect(await db().person.findUnique({ where: { login: 'xinren' } })).toBeNull();
  });

  it(`of ${mostLines - 1} lines are in within the time of a request`, {
    timeout: 60_000,
  }, async () => {
    const lines = Array.from(
      { length: mostLines - 1 },
      (_, n) => `人${n},bulk${n},liuwan,handler,`,
    );
    const text = table(head, ...lines);
    const from = performance.now();
    expect(await imported('people', text)).toMatchObject({ ok: true });
    expect(performance.now() - from).toBeLessThan(30_000);
    expect(await db().person.count({ where: { login: { startsWith: 'bulk' } } })).toBe(
      lines.length,
    );
    expect(await db().change.count({ where: { subject: 'person', action: 'added' } })).toBe(
      lines.length + 1,
    );
  });
});
