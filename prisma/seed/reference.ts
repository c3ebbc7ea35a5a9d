import { v7 as newId } from 'uuid';
import { db } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { type Preset, presetCodes } from '@/lib/rule-sets/preset';
import { presets } from '@/lib/rule-sets/presets';
import { FIRST_HOLIDAY_YEAR, holidayRows, LAST_HOLIDAY_YEAR } from '@/lib/sla/holidays';

/**
 * What every installation needs before its first day, and what a later version brought to one that
 * has lived longer. Running it again changes nothing, and nothing anyone has set is touched.
 */
export async function installReferenceData(): Promise<void> {
  const { ruleSet } = await db().installation.upsert({
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
  const preset = presets[presetCodes.find((it) => it === ruleSet) ?? 'beijing'];
  await installLimits(ruleSet, preset);
  await db().ruleSetting.createMany({
    data: preset.settings.map((it) => ({ ruleSet, ...it })),
    skipDuplicates: true,
  });
  await installSupervision(preset);
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

/** Adds the kinds of clock the rule set never had a row for; retired rows count as had. */
async function installLimits(ruleSet: string, preset: Preset): Promise<void> {
  const had = await db().limit.findMany({ where: { ruleSet }, select: { kind: true } });
  const kinds = new Set(had.map((it) => it.kind));
  const missing = preset.limits.filter((it) => !kinds.has(it.kind));
  if (missing.length === 0) return;
  const said = preset.limits.filter((it) => kinds.has(it.kind) && it.level !== 'county');
  await db().$transaction([
    db().limit.createMany({ data: missing.map((it) => ({ id: newId(), ruleSet, ...it })) }),
    // Rows older than the column were all called the county's; unchanged ones get their true level.
    ...said.map(({ statutory, level, ...same }) =>
      db().limit.updateMany({ where: { ruleSet, categoryId: null, ...same }, data: { level } }),
    ),
  ]);
}

async function installSupervision(preset: Preset): Promise<void> {
  if (await db().supervisionRule.findFirst()) return;
  await db().supervisionRule.createMany({
    data: preset.supervision.map((it) => ({ id: newId(), ...it })),
    skipDuplicates: true,
  });
}
