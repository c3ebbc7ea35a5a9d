import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSettings } from '@/lib/env';
import type { Messages } from '@/lib/i18n/messages';
import {
  type DigestLine,
  type DigestWork,
  digestLetter,
  mostLines,
} from '@/lib/notices/digest-letter';

const at = new Date('2026-11-20T00:00:00Z');
const url = 'https://huiyin.example.gov.cn';

const wordsOf = (locale: string): Messages =>
  Object.fromEntries(
    ['digest', 'words', 'verbs'].map((name) => [
      name,
      JSON.parse(readFileSync(`messages/${locale}/${name}.json`, 'utf8')),
    ]),
  );

const line = (more: Partial<DigestLine> = {}): DigestLine => ({
  caseNumber: '202611200001',
  category: { id: 'c', name: '供热', nameEn: 'Heating' },
  verb: 'contact',
  dueAt: new Date('2026-11-20T10:00:00Z'),
  insteadOf: null,
  ...more,
});

const work = (lines: DigestLine[], more: Partial<DigestWork> = {}): DigestWork => ({
  name: '赵立民',
  total: lines.length,
  overdue: 0,
  today: lines.length,
  atLeast: false,
  lines,
  ...more,
});

const letter = (it: DigestWork, locale: 'zh' | 'en' = 'zh') =>
  digestLetter(it, wordsOf(locale), { locale, zone: 'Asia/Shanghai', at }, url);

describe('the letter of the day', () => {
  it('is not written to whoever has nothing to do', () => {
    expect(letter(work([]))).toBeNull();
    expect(letter(work([line()]))).not.toBeNull();
  });

  it('names number, category, step, limit and address', () => {
    const { subject, text } = letter(work([line()], { overdue: 1 })) ?? { subject: '', text: '' };
    expect(subject).toBe('回音 11月20日：手上 1 件，超期 1 件');
    expect(text).toContain('赵立民，您好');
    expect(text).toMatch(/1\. [\d ]+\s+供热\s+下一步：联系/);
    expect(text).toContain('11月20日 星期五 18:00 前');
    expect(text).toContain(`${url}/appeals/202611200001`);
    expect(text).not.toMatch(/[{}]/);
  });

  it('says the same in English, without a Chinese word but names', () => {
    const { subject, text } = letter(work([line()]), 'en') ?? { subject: '', text: '' };
    expect(subject).toBe('Huiyin 20 November: 1 to do, 0 overdue');
    expect(text).toContain('Heating  Next: Contact');
    expect(text.replace('赵立民', '')).not.toMatch(/\p{Script=Han}/u);
  });

  it('says what is overdue, what has no limit, and for whom one stands in', () => {
    const overdue = line({ dueAt: new Date('2026-11-19T10:00:00Z') });
    const lent = line({ dueAt: null, insteadOf: { name: '王秀兰', untilOn: '2026-11-27' } });
    const { text } = letter(work([overdue, lent])) ?? { text: '' };
    expect(text).toContain('已超期，应在 11月19日 星期四 18:00 前');
    expect(text).toContain('没有时限');
    expect(text).toContain('代办：王秀兰 到 11月27日不在');
  });

  it('lists twenty and counts the rest', () => {
    const many = Array.from({ length: 25 }, () => line());
    const { text } = letter(work(many, { total: 60, atLeast: true })) ?? { text: '' };
    expect(text.match(/\/appeals\//g)).toHaveLength(mostLines);
    expect(text).toContain('另有 40+ 件');
  });
});

describe('the mail server', () => {
  it.each([
    ['HUIYIN_SMTP_URL', 'https://mail.example/hidden', /^HUIYIN_SMTP_URL must look like smtp:/],
    ['HUIYIN_SMTP_URL', 'mail.example:25', /^HUIYIN_SMTP_URL must look like smtp:/],
    ['HUIYIN_MAIL_FROM', 'Huiyin', /^HUIYIN_MAIL_FROM must be an e-mail address/],
    ['HUIYIN_MAIL_FROM', 'a@b.cn\nBcc: c@d.cn', /^HUIYIN_MAIL_FROM must be an e-mail address/],
  ])('%s=%s is refused', (name, value, sentence) => {
    expect(() => readSettings({ [name]: value })).toThrow(sentence);
    expect(() => readSettings({ [name]: value })).not.toThrow(/hidden/);
  });

  it.each(['huiyin@example.gov.cn', 'Huiyin <huiyin@example.gov.cn>', '回音 <h@example.cn>'])(
    'may write as %s',
    (from) => expect(readSettings({ HUIYIN_MAIL_FROM: from }).mailFrom).toBe(from),
  );
});
