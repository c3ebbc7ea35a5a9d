import { type Locale, locales } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/messages';
import { namesIn } from '@/lib/i18n/names';
import { letterKinds } from './letter-facts';
import { smsText } from './resident-letter';
import { type SmsLength, smsLength } from './sms/parts';

export interface SampleLetter {
  kind: string;
  texts: { locale: Locale; text: string; length: SmsLength }[];
}

const named = {
  zh: { org: '澄河县诉求中心', unit: '柳湾街道' },
  en: { org: 'Chenghe County appeals', unit: 'Liuwan Subdistrict' },
};

/** Every message there is, in each language, as it would look: an invented case with a link of full length. */
export async function sampleLetters(
  { publicUrl, phone, zone }: { publicUrl: string; phone: string; zone: string },
  at: Date,
): Promise<SampleLetter[]> {
  const all = locales();
  const words = await Promise.all(all.map((it) => messagesOf(it)));
  const day = 86_400_000;
  return letterKinds.map((kind) => ({
    kind,
    texts: all.map((locale, nth) => {
      const parts = {
        ...named[namesIn(locale)],
        kind,
        phone,
        caseNumber: '202611160417',
        promisedAt: new Date(at.getTime() + 5 * day),
        until: new Date(at.getTime() + 7 * day),
        request: 'extend',
        link: `${publicUrl}/v/${'x'.repeat(44)}`,
      };
      const text = smsText(parts, words[nth] ?? {}, { locale, zone, at });
      return { locale, text, length: smsLength(text) };
    }),
  }));
}
