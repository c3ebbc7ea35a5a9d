import { describe, expect, it } from 'vitest';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { fillTemplate, gap, type Surroundings } from '@/lib/templates/fill';
import { placeholders, strangersIn } from '@/lib/templates/placeholders';
import { actor, filed, must, unitId } from '../support/pure-world';

const at = new Date('2026-11-20T02:00:00Z');

function view(title = '家里暖气不热'): CaseView {
  const played = filed(at);
  must(played, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), at);
  return {
    audience: 'unit',
    file: played.file,
    detail: { title, what: '不热', place: '安康里 6 号楼', point: null, since: null, wish: null },
    category: null,
    lead: null,
    second: null,
    calls: [],
    recusals: [],
    responsible: null,
    story: [],
    steps: [],
    turns: [],
    settings: {} as CaseView['settings'],
    mayJudge: false,
    linked: false,
    at,
  };
}

const around: Surroundings = {
  unit: { id: 'u', name: '柳湾街道', nameEn: 'Liuwan Subdistrict' },
  phone: '0531-12345678',
  zone: 'Asia/Shanghai',
};

describe('placeholders', () => {
  it.each([
    ['{caseNumber}，{unit}已办', []],
    ['您好，{name}', ['{name}']],
    ['{ unit } 和 {unit', ['{ unit }', '{unit']],
    ['多一个 }', ['}']],
    ['{constructor} {voicePhone} {}', ['{constructor}', '{voicePhone}', '{}']],
    ['{{unit}}', ['{', '}']],
    ['没有花括号', []],
  ])('%s: not known are %j', (body, strangers) => {
    expect(strangersIn(body)).toEqual(strangers);
  });

  it('are never what says who the resident is', () => {
    const personal = /name|contact|email|voice|resident|address/i;
    expect(placeholders.filter((it) => personal.test(it))).toEqual([]);
    expect(personal.test('residentName')).toBe(true);
  });
});

describe('filling', () => {
  it('puts the facts of the case in, all of them', () => {
    const body = placeholders.map((it) => `{${it}}`).join('|');
    const [number, title, place, unit, today, promised, phone] = fillTemplate(
      `答${body}`,
      view(),
      around,
    ).split('|');
    expect(number).toMatch(/^答2026/);
    expect([title, place, unit, today, phone]).toEqual([
      '家里暖气不热',
      '安康里 6 号楼',
      '柳湾街道',
      '11月20日',
      '0531-12345678',
    ]);
    expect(promised).toMatch(/^\d+月\d+日 星期. \d\d:\d\d$/);
  });

  it('speaks the language of the template, whoever uses it', () => {
    expect(fillTemplate('Seen by {unit} on {today}.', view(), around)).toBe(
      'Seen by Liuwan Subdistrict on 20 November.',
    );
    expect(fillTemplate('{unit}{today}已看', view(), around)).toBe('柳湾街道11月20日已看');
  });

  it('leaves a gap for what the case does not have', () => {
    const bare = { ...around, phone: null, unit: null };
    expect(fillTemplate('请打 {phone} 找{unit}', view(), bare)).toBe(`请打 ${gap} 找${gap}`);
  });

  it('takes braces in a resident’s words for what they are', () => {
    expect(fillTemplate('关于{title}', view('{phone}{unit}'), around)).toBe('关于{phone}{unit}');
  });
});
