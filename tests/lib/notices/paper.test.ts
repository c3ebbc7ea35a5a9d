import { describe, expect, it } from 'vitest';
import { locales } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/messages';
import { letterKinds } from '@/lib/notices/letter-facts';
import { paperLetter } from '@/lib/notices/paper-letter';
import { smsText } from '@/lib/notices/resident-letter';

const zone = 'Asia/Shanghai';
const at = new Date('2026-11-20T02:00:00Z');
const link = 'https://h/v/x';
const parts = {
  org: 'O',
  phone: '12345',
  caseNumber: '202611160417',
  unit: 'U',
  promisedAt: null,
  until: null,
  request: 'other',
  link,
};

describe.each(locales())('letters on paper in %s', (locale) => {
  it.each([...letterKinds])(
    '%s says the same as a text message, but for the link',
    async (kind) => {
      const words = await messagesOf(locale);
      for (const when of [at, null]) {
        const one = { ...parts, kind, promisedAt: when, until: when };
        const letter = paperLetter(one, words, { locale, zone, at });
        const all = Object.values(letter).join('\n');
        const message = smsText(one, words, { locale, zone, at });
        // Control: the way that carries the link does carry it.
        expect(message).toContain(link);
        expect(all).not.toMatch(/https?:|\/v\/|[{}]|none|undefined|paper\./);
        expect(message.toLowerCase()).toContain(letter.text.toLowerCase());
        expect(letter.next).toContain('12345');
        expect(letter.number).toContain('20261116 0417');
      }
    },
  );

  it('says until when, where there is something to do', async () => {
    const words = await messagesOf(locale);
    const next = (kind: string, until: Date | null) =>
      paperLetter({ ...parts, kind, until }, words, { locale, zone, at }).next;
    for (const kind of ['resolve', 'ask']) {
      expect(next(kind, at)).toMatch(/10:00/);
      expect(next(kind, null)).not.toMatch(/10:00/);
    }
    expect(next('accept', at)).not.toMatch(/10:00/);
  });
});
