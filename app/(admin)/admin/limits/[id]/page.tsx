import type { Metadata } from 'next';
import { changeLimitNow, retireLimitNow } from '@/app/actions/admin/limits';
import { AdminFrame } from '@/components/admin/admin-frame';
import { LimitTermsFields, limitLabels } from '@/components/admin/limit-fields';
import { limitWords } from '@/components/admin/limit-words';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { BackLink, Kicker, Part } from '@/components/ui/headings';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { readTree } from '@/lib/categories/queries';
import { getTranslations } from '@/lib/i18n/words';
import { readLimits, readRuleSet } from '@/lib/rules/limit-queries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminLimits');
  return { title: t('one') };
}

export default async function LimitPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requirePower('limits');
  const [tree, labels, { id }] = await Promise.all([readTree(), limitLabels(), params]);
  const limits = await readLimits(await readRuleSet());
  const row = limits.find((it) => it.id === id);
  if (!row) notHere();
  const { t, urgency, category } = await limitWords(tree);
  const problemWords = t.raw('problem');
  return (
    <AdminFrame actor={actor} at="limits">
      <BackLink href="/admin/limits">{t('back')}</BackLink>
      <Kicker>
        {urgency(row.urgency)} / {category(row.categoryId)}
      </Kicker>
      <h1>{t(`kind.${row.kind}`)}</h1>
      <p className="quiet mt-8">{t('keep')}</p>
      <ActionForm action={changeLimitNow.bind(null, id)} {...{ labels, problemWords }}>
        <LimitTermsFields row={row} />
        <div className="mt-32">
          <SubmitButton>{t('save')}</SubmitButton>
        </div>
      </ActionForm>
      <Part id="retire" heading={t('retireHeading')}>
        <ActionForm
          action={retireLimitNow.bind(null, id)}
          prefix="retire"
          {...{ labels, problemWords }}
        >
          <p>{t('retireLead')}</p>
          <div className="mt-16">
            <SubmitButton kind="second">{t('retire')}</SubmitButton>
          </div>
        </ActionForm>
      </Part>
    </AdminFrame>
  );
}
