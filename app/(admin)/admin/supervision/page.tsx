import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { OfficerLevels } from '@/components/admin/supervision-rule-levels';
import { RuleRows } from '@/components/admin/supervision-rule-rows';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Part } from '@/components/ui/headings';
import { Notice } from '@/components/ui/note';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readSupervisionRules } from '@/lib/installation/supervision-rules';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminSupervision');
  return { title: t('title') };
}

/** What is supervised without anybody asking, at which level, and who is told. */
export default async function SupervisionRulesPage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('supervision');
  const [t, rules, params] = await Promise.all([
    getTranslations('adminSupervision'),
    readSupervisionRules(),
    searchParams,
  ]);
  const done = (['rule', 'officers'] as const).find((it) => it === firstParam(params.done));
  return (
    <AdminFrame actor={actor} at="supervision">
      {done && (
        <div className="mb-24">
          <Notice kind="calm" heading={t(`done.${done}`)}>
            <p>{t('doneNote')}</p>
          </Notice>
        </div>
      )}
      <h1>{t('title')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      <Part id="rules" heading={t('rules')} aside={t('rulesNote')}>
        {rules.length > 0 ? (
          <RuleRows rules={rules} />
        ) : (
          <Empty kind="done" heading={t('noRules')}>
            <p className="quiet">{t('noRulesNote')}</p>
          </Empty>
        )}
        <div className="mt-24">
          <Buttons>
            <LinkButton href="/admin/supervision/rules/new">{t('add')}</LinkButton>
          </Buttons>
        </div>
      </Part>
      <Part id="levels" heading={t('levels')} aside={t('levelsNote')}>
        <OfficerLevels />
      </Part>
    </AdminFrame>
  );
}
