import { v7 as newId } from 'uuid';
import { db } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { FIRST_HOLIDAY_YEAR, holidayRows, LAST_HOLIDAY_YEAR } from '@/lib/sla/holidays';
import { beijing } from './rule-sets/beijing';

/** What every installation needs before its first day. Running it again changes nothing. */
export async function installReferenceData(): Promise<void> {
  await db().installation.upsert({
    where: { id: 1 },
    update: {},
    create: {
      id: 1,
      name: '接诉即办中心',
      nameEn: 'Appeals centre',
      ruleSet: 'beijing',
      zone: settings().timeZone,
    },
  });
  await db().unit.upsert({
    where: { code: 'hotline' },
    update: {},
    create: {
      id: newId(),
      code: 'hotline',
      name: '接诉即办中心',
      nameEn: 'Appeals centre',
      kind: 'hotline',
      path: 'hotline/',
    },
  });
  await installCalendar();
  await installLimits();
}

async function installCalendar(): Promise<void> {
  if (await db().calendarVersion.findUnique({ where: { version: 1 } })) return;
  await db().$transaction([
    db().calendarVersion.create({
      data: {
        version: 1,
        source: `国务院办公厅 ${FIRST_HOLIDAY_YEAR}–${LAST_HOLIDAY_YEAR} 年节假日安排通知`,
        lastKnownYear: LAST_HOLIDAY_YEAR,
        businessEndsAt: '18:00',
      },
    }),
    db().calendarDay.createMany({
      data: holidayRows(FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR).map((it) => ({ version: 1, ...it })),
    }),
  ]);
}

async function installLimits(): Promise<void> {
  if (await db().limit.findFirst({ where: { ruleSet: 'beijing' } })) return;
  await db().limit.createMany({
    data: beijing.map((it) => ({ id: newId(), ruleSet: 'beijing', ...it })),
  });
}
