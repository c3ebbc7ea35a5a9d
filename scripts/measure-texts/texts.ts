import { parse } from 'csv-parse/sync';
import { wordsOf } from '@/lib/similar/words';

export interface RealText {
  title: string;
  what: string;
  place: string;
  at: Date;
}

/** The texts in the order of the file. */
export function readTexts(csv: string): RealText[] {
  const rows = parse(csv, { columns: true, bom: true }) as Record<string, string>[];
  return rows.map((it) => {
    const [day = '', time = '00:00:00'] = (it.留言时间 ?? '').split(' ');
    const padded = [...day.split(/[/-]/), ...time.split(':')].map((part) => part.padStart(2, '0'));
    const [year, month, date, hour, minute, second = '00'] = padded;
    const title = (it.留言主题 ?? '').trim();
    return {
      title: [...title].slice(0, 60).join(''),
      what: (it.留言详情 ?? '').trim().slice(0, 5000) || title,
      place: placeIn(title),
      at: new Date(`${year}-${month}-${date}T${hour}:${minute}:${second}+08:00`),
    };
  });
}

/**
 * These people were not asked for the place. Whoever is, names what their title names: the places in it, in
 * their order; and where it names none, nothing that could be compared.
 */
function placeIn(title: string): string {
  const { places, spots } = wordsOf({ title, what: '', place: '' });
  const named = [...places, ...spots].filter(
    (it) => ![...places, ...spots].some((other) => other !== it && other.includes(it)),
  );
  return named.join(' ').slice(0, 200) || '无';
}
