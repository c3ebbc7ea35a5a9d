import chineseDays from 'chinese-days';
import { type CivilDate, civilDateOfDay, dayNumberOf } from '@/lib/time/civil';

export interface HolidayRow {
  on: CivilDate;
  working: boolean;
  name: string;
}

/** The years whose State Council holiday notices (国务院办公厅关于节假日安排的通知) are at hand. */
export const FIRST_HOLIDAY_YEAR = 2010;
export const LAST_HOLIDAY_YEAR = 2026;

/**
 * Every day the notices name, in order: holidays (those on weekends too) and make-up workdays.
 * Throws RangeError outside the known years, for silence there would read as "no holidays".
 */
export function holidayRows(fromYear: number, toYear: number): HolidayRow[] {
  if (fromYear < FIRST_HOLIDAY_YEAR || toYear > LAST_HOLIDAY_YEAR) {
    throw new RangeError(`Holidays are known for ${FIRST_HOLIDAY_YEAR}–${LAST_HOLIDAY_YEAR}`);
  }
  const rows: HolidayRow[] = [];
  const last = dayNumberOf(`${toYear}-12-31`);
  for (let day = dayNumberOf(`${fromYear}-01-01`); day <= last; day++) {
    const on = civilDateOfDay(day);
    const { work, name } = chineseDays.getDayDetail(on);
    // A named day reads 'Spring Festival,春节,4'; an ordinary one only has its weekday.
    const chineseName = name.split(',')[1];
    if (chineseName) rows.push({ on, working: work, name: chineseName });
  }
  return rows;
}
