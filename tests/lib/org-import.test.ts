import { describe, expect, it } from 'vitest';
import { digestOf } from '@/lib/exchange/org/digest';
import { type KnownPerson, planPeople } from '@/lib/exchange/org/plan-people';
import { type KnownUnit, planUnits } from '@/lib/exchange/org/plan-units';
import { mostLines, readTable } from '@/lib/exchange/org/read-table';
import { readText } from '@/lib/exchange/org/read-text';
import { templateOf } from '@/lib/exchange/org/template';

const bytes = (text: string) => new TextEncoder().encode(text);

/** 单位 and 柳湾 in GBK. */
const gbk = Uint8Array.from([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xc1, 0xf8, 0xcd, 0xe5, 0x0a]);

describe('the bytes of a file', () => {
  it('are read as UTF-8, with a byte order mark or without', () => {
    expect(readText(bytes('单位,柳湾\n'))).toEqual({ ok: true, text: '单位,柳湾\n' });
    expect(readText(bytes('\ufeff单位'))).toEqual({ ok: true, text: '单位' });
  });

  it('are read as UTF-16 when they say so', () => {
    const text = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('单位\t柳湾', 'utf16le')]);
    expect(readText(text)).toEqual({ ok: true, text: '单位\t柳湾' });
  });

  it('are offered as GBK, not taken for it', () => {
    expect(readText(gbk)).toEqual({ ok: false, code: 'isGbk', text: '单位,柳湾\n' });
  });

  it('of a picture or an archive are refused', () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
    expect(readText(png)).toEqual({ ok: false, code: 'unknownEncoding' });
    expect(readText(bytes('PK\u0003\u0004 zip'))).toEqual({ ok: false, code: 'unknownEncoding' });
  });
});

describe('a table', () => {
  it('understands quotes, both line ends, and tells the line of the file', () => {
    const read = readTable('\ufeffcode,name\r\na,"one, ""two""\r\nthree"\r\n\r\nb,four\r\n');
    expect(read).toEqual({
      ok: true,
      header: ['code', 'name'],
      lines: [
        { line: 2, cells: ['a', 'one, "two"\nthree'] },
        { line: 5, cells: ['b', 'four'] },
      ],
    });
  });

  it.each([';', '\t'])('may part its cells with %j', (mark) => {
    const read = readTable(`code${mark}name\na${mark}one, two\n`);
    expect(read.ok && read.lines[0]?.cells).toEqual(['a', 'one, two']);
  });

  it('says where quotes stop matching', () => {
    const read = readTable('code,name\na,one\nb,"two\nc,three\n');
    expect(read).toEqual({ ok: false, fault: { line: 3, code: 'quotes' } });
  });

  it.each([
    ['', 'empty'],
    ['\n\n', 'empty'],
    ['code,name\n', 'onlyHeader'],
  ])('%j is %s', (text, code) => {
    const read = readTable(text);
    expect(read.ok ? 'read' : read.fault.code).toBe(code);
  });

  it('of 100,000 lines is refused with its number, one of the most there may be is read', () => {
    const many = readTable(`code,name\n${'a,b\n'.repeat(100_000)}`);
    expect(many).toEqual({
      ok: false,
      fault: { line: 1, code: 'tooManyLines', values: { max: mostLines, count: 100_002 } },
    });
    const most = readTable(`code,name\n${'a,b\n'.repeat(mostLines - 1)}`);
    expect(most.ok && most.lines.length).toBe(mostLines - 1);
  });
});

const unit = (code: string, more: Partial<KnownUnit> = {}): KnownUnit => ({
  id: code,
  code,
  name: code,
  nameEn: code,
  kind: 'street',
  parent: null,
  closed: false,
  ...more,
});

const known = [
  unit('hotline', { kind: 'hotline' }),
  unit('chenghe', { name: '澄河县', kind: 'district' }),
  unit('liuwan', { name: '柳湾街道', parent: 'chenghe' }),
  unit('old', { closed: true }),
];

const unitsOf = (text: string) => planUnits(readTable(text), known);
const codesOf = (plan: { faults: readonly { line: number; code: string }[] }) =>
  plan.faults.map((it) => `${it.line} ${it.code}`);

describe('units from a table', () => {
  it('are new, changed or as they are, under a Chinese or an English header', () => {
    const plan = unitsOf(
      '单位代码,单位名称,类别,上级单位\nankang,安康里社区,社区,柳湾街道\nliuwan,柳湾街道办,,\nchenghe,澄河县,区县,\n',
    );
    expect(codesOf(plan)).toEqual([]);
    expect(plan.lines.map((it) => [it.line, it.doing])).toEqual([
      [2, 'new'],
      [3, 'changed'],
      [4, 'unchanged'],
    ]);
    expect(plan.lines[0]?.wanted).toMatchObject({ kind: 'community', parent: 'liuwan' });
    expect(plan.lines[1]?.differences).toEqual({
      name: { before: '柳湾街道', after: '柳湾街道办' },
    });
    const english = unitsOf('Code,Name,Kind,Parent\nankang,安康里社区,community,liuwan\n');
    expect(english.lines[0]?.wanted).toEqual({ ...plan.lines[0]?.wanted, nameEn: '安康里社区' });
  });

  it('may stand before their parents', () => {
    const plan = unitsOf('code,name,kind,parent\nb,乙,street,a\na,甲,district,\n');
    expect(codesOf(plan)).toEqual([]);
  });

  it.each([
    ['code,name,kind\na,甲,street\nA,乙,street\n', '3 unitTwice'],
    ['code,name,kind,parent\na,甲,street,nowhere\n', '2 unknownParent'],
    ['code,name,kind\n有,甲,street\n', '2 wrongCode'],
    ['code,name,kind\n,甲,street\n', '2 codeMissing'],
    ['code,name,kind\na,,street\n', '2 nameMissing'],
    ['code,name,kind\na,甲,castle\n', '2 wrongKind'],
    ['code,name\na,甲\n', '2 kindMissing'],
    ['code,name,kind\nold,甲,street\n', '2 unitClosed'],
    [`code,name,kind\na,${'长'.repeat(41)},street\n`, '2 tooLong'],
    ['code,name,kind,parent\na,柳湾街道,street,chenghe\n', '2 nameTaken'],
    ['code,name,kind\nhotline,hotline,street\n', '2 lastHotline'],
    ['name,kind\n甲,street\n', '1 columnMissing'],
    ['code,name,名称,kind\na,甲,乙,street\n', '1 columnTwice'],
  ])('%j: %s', (text, fault) => {
    expect(codesOf(unitsOf(text))).toEqual([fault]);
  });

  it('never stand below themselves, not even by way of units that are here already', () => {
    expect(codesOf(unitsOf('code,name,parent\nchenghe,澄河县,liuwan\n'))).toEqual(['2 circular']);
    expect(
      codesOf(unitsOf('code,name,kind,parent\na,甲,street,b\nb,乙,street,a\nc,丙,street,\n')),
    ).toEqual(['2 circular', '3 circular']);
  });
});

const somebody = (login: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  id: login,
  login,
  name: login,
  unit: 'liuwan',
  roles: ['handler'],
  email: null,
  left: false,
  canSignIn: true,
  cases: 0,
  ...more,
});

const staff = [
  somebody('wukai', { unit: 'hotline', roles: ['administrator'] }),
  somebody('zhaolimin', { name: '赵立民', cases: 3 }),
  somebody('gone', { left: true }),
];

const peopleOf = (text: string) =>
  planPeople(readTable(text), {
    people: staff,
    units: known.filter((it) => !it.closed),
    ...{ self: 'somebody else', apart: false },
  });

describe('people from a table', () => {
  it('are told by user name, with units by name and roles in words', () => {
    const plan = peopleOf(
      '姓名,用户名,单位,角色,工作邮箱\n王秀兰,WangXiulan,柳湾街道,承办人、单位负责人,w@Example.com\n赵立民,zhaolimin,,,\n',
    );
    expect(codesOf(plan)).toEqual([]);
    expect(plan.lines.map((it) => it.doing)).toEqual(['new', 'unchanged']);
    expect(plan.lines[0]?.wanted).toEqual({
      login: 'wangxiulan',
      name: '王秀兰',
      unit: 'liuwan',
      roles: ['handler', 'leader'],
      email: 'w@example.com',
    });
  });

  it.each([
    ['甲,abc,liuwan,handler supervisor,', '2 rolesClash'],
    ['甲,abc,liuwan,king,', '2 unknownRole'],
    ['甲,abc,liuwan,,', '2 rolesMissing'],
    ['甲,abc,nowhere,handler,', '2 unknownUnit'],
    ['甲,abc,old,handler,', '2 unknownUnit'],
    ['甲,abc,,handler,', '2 unitMissing'],
    ['甲,ab,liuwan,handler,', '2 wrongLogin'],
    [',abc,liuwan,handler,', '2 nameMissing'],
    ['甲,abc,liuwan,handler,nobody', '2 wrongEmail'],
    ['甲,gone,liuwan,handler,', '2 personLeft'],
    ['赵立民,zhaolimin,chenghe,handler,', '2 hasCases'],
    ['wukai,wukai,hotline,operator,', '2 lastAdministrator'],
  ])('%s: %s', (line, fault) => {
    expect(codesOf(peopleOf(`name,login,unit,roles,email\n${line}\n`))).toEqual([fault]);
  });

  it.each([
    [['administrator'], 'wukai', false, 'securityAdministrator', '2 partOfNobody 2 partOfNobody'],
    [['securityAdministrator'], 'wukai', false, 'auditAdministrator', '2 ownRoles'],
    [['securityAdministrator'], 'somebody else', true, 'administrator', '2 threeApart'],
    [['securityAdministrator'], 'somebody else', false, 'administrator', ''],
  ] as const)('of %s, imported by %s, apart %s, to %s: %s', (roles, self, apart, to, faults) => {
    const people = [somebody('wukai', { unit: 'hotline', roles })];
    const units = known.filter((it) => !it.closed);
    const table = readTable(`name,login,unit,roles,email\nwukai,wukai,hotline,${to},\n`);
    expect(codesOf(planPeople(table, { people, units, self, apart })).join(' ')).toBe(faults);
  });

  it('twice in one table is told with the first line', () => {
    const plan = peopleOf('name,login,unit,roles\n甲,abc,liuwan,handler\n乙,ABC,liuwan,handler\n');
    expect(plan.faults).toEqual([
      { line: 3, code: 'loginTwice', values: { login: 'abc', before: 2 } },
    ]);
  });
});

it('a plan that would do something else has another digest, one that would do the same has not', () => {
  const text = 'code,name,kind\na,甲,street\n';
  const now = digestOf(unitsOf(text));
  expect(digestOf(unitsOf(`${text}chenghe,澄河县,\n`))).toBe(now);
  expect(digestOf(unitsOf('code,name,kind\na,乙,street\n'))).not.toBe(now);
  expect(digestOf(planUnits(readTable(text), [...known, unit('a')]))).not.toBe(now);
});

it.each(['zh', 'en'] as const)(
  'the templates (%s) are tables this reads without a fault',
  (it_) => {
    const units = planUnits(readTable(templateOf('units', it_)), [
      unit('hotline', { kind: 'hotline' }),
    ]);
    expect(units.faults).toEqual([]);
    const people = planPeople(readTable(templateOf('people', it_)), {
      ...{ people: [], units: known, self: '', apart: false },
    });
    expect(people.faults).toEqual([]);
    expect([units.lines.length, people.lines.length]).toEqual([3, 2]);
  },
);
