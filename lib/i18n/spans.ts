import { createTranslator } from 'use-intl/core';
import type { Words } from './gaps';
import { languageOf } from './languages';
import type { Locale } from './locale';

const minuteMs = 60_000;
const kept = new Map<Locale, Words>();

function wordsOf(locale: Locale): Words {
  const known = kept.get(locale);
  if (known) return known;
  const { intl, spans } = languageOf(locale);
  const made: Words = createTranslator({ locale: intl, messages: spans });
  kept.set(locale, made);
  return made;
}

/**
 * A span of real time in words, cut to what matters: `14 分钟`, `1 小时 32 分`, `2 天`.
 * Whole days only from 24 hours on. Less than a minute is `不到 1 分钟`; negative spans count as none.
 */
export function spanWords(ms: number, locale: Locale): string {
  const whole = Math.max(0, Math.floor(ms / minuteMs));
  const [days, hours, minutes] = [Math.floor(whole / 1440), Math.floor(whole / 60), whole % 60];
  const t = wordsOf(locale);
  if (days > 0) return t('days', { days });
  if (hours > 0) return t(minutes > 0 ? 'hoursAndMinutes' : 'hours', { hours, minutes });
  return minutes > 0 ? t('minutes', { minutes }) : t('none');
}

/** The gap between a call and its echo: `14 分钟后`, `1 day later`. */
export function gapWords(from: Date, to: Date, locale: Locale): string {
  return wordsOf(locale)('later', { span: spanWords(to.getTime() - from.getTime(), locale) });
}
