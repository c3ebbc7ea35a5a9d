import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { ChangeDone } from '@/components/admin/change-done';
import { LimitRows } from '@/components/admin/limit-rows';
import { LimitSettings } from '@/components/admin/limit-settings';
import { LimitTry } from '@/components/admin/limit-try';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { clockKinds } from '@/lib/appeals/clocks';
import { requirePower } from '@/lib/auth/session';
import { readTree } from '@/lib/categories/queries';
import { getTranslations } from '@/lib/i18n/words';
import { readCalendarView } from '@/lib/rules/calendar-queries';
import { urgencies } from '@/lib/rules/limit-checks';
import { readLimits, readRuleSet, readSettings } from '@/lib/rules/limit-queries';
import { tightenedBelow } from '@/lib/rules/stricter';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminLimits');
  return { title: t('heading') };
}

export default async function LimitsPage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('limits');
  const [t, tree, ruleSet, calendar, asked] = await Promise.all([
    getTranslations('adminLimits'),
    readTree(),
    readRuleSet(),
    readCalendarView(),
    searchParams,
  ]);
  const [limits, settings] = await Promise.all([readLimits(ruleSet), readSettings(ruleSet)]);
  const tightened = tightenedBelow(limits, calendar?.businessEndsAt ?? '18:00');
  const kind = firstParam(asked.kind);
  const urgency = firstParam(asked.urgency);
  const category = firstParam(asked.category);
  return (
    <AdminFrame actor={actor} at="limits">
      <ChangeDone done={firstParam(asked.done)} words={t.raw('done')}>
        <p>{t('keep')}</p>
      </ChangeDone>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">
        {t('lead')} {t('ruleSet', { name: presetName(t, ruleSet) })}
      </p>
      {tightened.size > 0 && (
        <p className="mt-8">{t('tightenedCount', { count: tightened.size })}</p>
      )}
      <div className="mt-24">
        <Buttons>
          <LinkButton href="/admin/limits/new">{t('add')}</LinkButton>
          <LinkButton href="/admin/limits/presets" kind="second">
            {t('preset.link')}
          </LinkButton>
        </Buttons>
      </div>
      <LimitRows limits={limits} tree={tree} tightened={tightened} />
      <p className="meta mt-16">{t('compared')}</p>
      <Part id="settings" heading={t('settings')}>
        <LimitSettings settings={settings} />
      </Part>
      <Part id="try" heading={t('try.heading')}>
        <p className="quiet">{t('try.lead')}</p>
        <LimitTry
          asked={kind !== undefined}
          tree={tree}
          question={{
            kind: clockKinds.find((it) => it === kind) ?? 'promise',
            urgency: urgencies.find((it) => it === urgency) ?? 'ordinary',
            categoryId: tree.find((it) => it.id === category)?.id ?? null,
          }}
        />
      </Part>
    </AdminFrame>
  );
}

const presetName = (t: Awaited<ReturnType<typeof getTranslations>>, code: string): string =>
  t.has(`preset.name.${code}`) ? t(`preset.name.${code}`) : code;
