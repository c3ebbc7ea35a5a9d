import { expect, it } from 'vitest';
import { holidayRows } from '@/lib/sla/holidays';
import { addDays } from '@/lib/time/civil';

/** 国务院办公厅关于部分节假日安排的通知, as announced: first and last day off, and days made up. */
// biome-ignore format: one line a holiday
const notices: Record<number, [name: string, first: string, last: string, ...madeUp: string[]][]> = {
  // 国办发明电〔2023〕7号; New Year began with the weekend of 2023.
  2024: [
    ['元旦',   '01-01', '01-01'],
    ['春节',   '02-10', '02-17', '02-04', '02-18'],
    ['清明',   '04-04', '04-06', '04-07'],
    ['劳动节', '05-01', '05-05', '04-28', '05-11'],
    ['端午',   '06-10', '06-10'],
    ['中秋',   '09-15', '09-17', '09-14'],
    ['国庆',   '10-01', '10-07', '09-29', '10-12'],
  ],
  // 国办发明电〔2024〕12号
  2025: [
    ['元旦',   '01-01', '01-01'],
    ['春节',   '01-28', '02-04', '01-26', '02-08'],
    ['清明',   '04-04', '04-06'],
    ['劳动节', '05-01', '05-05', '04-27'],
    ['端午',   '05-31', '06-02'],
    ['国庆、中秋', '10-01', '10-08', '09-28', '10-11'],
  ],
  // 国办发明电〔2025〕7号
  2026: [
    ['元旦',   '01-01', '01-03', '01-04'],
    ['春节',   '02-15', '02-23', '02-14', '02-28'],
    ['清明',   '04-04', '04-06'],
    ['劳动节', '05-01', '05-05', '05-09'],
    ['端午',   '06-19', '06-21'],
    ['中秋',   '09-25', '09-27'],
    ['国庆',   '10-01', '10-07', '09-20', '10-10'],
  ],
};

const weekend = (on: string) => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());

it.each([2024, 2025, 2026])('every day of %i rests or works as its notice says', (year) => {
  const off = new Set<string>();
  const madeUp = new Set<string>();
  for (const [, first, last, ...days] of notices[year] ?? []) {
    for (let on = `${year}-${first}`; on <= `${year}-${last}`; on = addDays(on, 1)) off.add(on);
    for (const day of days) madeUp.add(`${year}-${day}`);
  }
  const ours = new Map(holidayRows(year, year).map((it) => [it.on, it.working]));
  const differing: string[] = [];
  for (let on = `${year}-01-01`; on <= `${year}-12-31`; on = addDays(on, 1)) {
    const works = madeUp.has(on) || !(off.has(on) || weekend(on));
    if ((ours.get(on) ?? !weekend(on)) !== works) differing.push(on);
  }
  expect(differing).toEqual([]);
});
