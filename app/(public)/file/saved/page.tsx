import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { dropOwnDraft } from '@/app/actions/filing-steps';
import { tellingAt } from '@/components/appeals/telling';
import { ResidentShell } from '@/components/resident/resident-shell';
import { Button, Buttons, LinkButton } from '@/components/ui/button';
import { currentDraft } from '@/lib/auth/own-draft';
import { firstUnanswered, pathOf } from '@/lib/drafts/filing-steps';
import { keptUntil } from '@/lib/drafts/keep';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('filing.later');
  return { title: t('heading'), robots: { index: false } };
}

/** Left for later: until when it is kept, where, and how it is thrown away. */
export default async function SavedPage() {
  const [t, draft] = await Promise.all([getTranslations('filing.later'), currentDraft()]);
  if (!draft || draft.filed) redirect(pathOf('what'));
  const at = now();
  const until = dayOf(keptUntil(at), await tellingAt(at));
  return (
    <ResidentShell>
      <h1>{t('heading')}</h1>
      <p className="lead mt-8">{t('lead', { until })}</p>
      <p className="mt-16">{t('shared')}</p>
      <div className="mt-32">
        <Buttons>
          <LinkButton href={pathOf(firstUnanswered(draft.told) ?? 'check')}>{t('goOn')}</LinkButton>
          <LinkButton href="/" kind="second">
            {t('home')}
          </LinkButton>
        </Buttons>
      </div>
      <form action={dropOwnDraft} className="mt-24">
        <Button kind="plain">{t('drop')}</Button>
      </form>
    </ResidentShell>
  );
}
