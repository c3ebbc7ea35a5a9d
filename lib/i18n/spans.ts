import type { Locale } from './locale';

const minuteMs = 60_000;

function counted(n: number, one: string): string {
  return `${n} ${one}${n === 1 ? '' : 's'}`;
}

/**
 * A span of real time in words, cut to what matters: `14 分钟`, `1 小时 32 分`, `2 天`.
 * Whole days only from 24 hours on. Less than a minute is `不到 1 分钟`; negative spans count as none.
 */
export function spanWords(ms: number, locale: Locale): string {
  const minutes = Math.max(0, Math.floor(ms / minuteMs));
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  const rest = minutes % 60;
  const zh = locale === 'zh';
  if (days > 0) return zh ? `${days} 天` : counted(days, 'day');
  if (hours > 0 && rest > 0) {
    return zh ? `${hours} 小时 ${rest} 分` : `${counted(hours, 'hour')} ${rest} min`;
  }
  if (hours > 0) return zh ? `${hours} 小时` : counted(hours, 'hour');
  if (minutes > 0) return zh ? `${minutes} 分钟` : counted(minutes, 'minute');
  return zh ? '不到 1 分钟' : 'less than a minute';
}

/** The gap between a call and its echo: `14 分钟后`, `1 day later`. */
export function gapWords(from: Date, to: Date, locale: Locale): string {
  const span = spanWords(to.getTime() - from.getTime(), locale);
  return locale === 'zh' ? `${span}后` : `${span} later`;
}
