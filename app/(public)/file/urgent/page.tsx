import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ResidentShell } from '@/components/resident/resident-shell';
import { Buttons, LinkButton } from '@/components/ui/button';
import { currentDraft } from '@/lib/auth/own-draft';
import { pathOf } from '@/lib/drafts/filing-steps';
import { urgentNumbers } from '@/lib/drafts/urgent-words';
import { entryOf } from '@/lib/forms';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('filing.urgent');
  return { title: t('heading'), robots: { index: false } };
}

/** Words of danger were written: whoever is in it must telephone, not fill in a form. */
export default async function UrgentPage() {
  const [t, draft] = await Promise.all([getTranslations('filing.urgent'), currentDraft()]);
  if (!draft || draft.filed) redirect(pathOf('what'));
  const found = urgentNumbers(entryOf(draft.told, 'what'));
  if (found.length === 0) redirect(pathOf('where'));
  return (
    <ResidentShell>
      <h1>{t('heading')}</h1>
      <p className="lead mt-8 mb-24">{t('lead')}</p>
      <ul className="urgent-calls">
        {found.map((number) => (
          <li key={number}>
            <a href={`tel:${number}`}>
              <b>{number}</b>
              <span>{t(`numbers.${number}`)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-24">{t('kept')}</p>
      <div className="mt-32">
        <Buttons>
          <LinkButton href={pathOf('where')}>{t('goOn')}</LinkButton>
          <LinkButton href={pathOf('what')} kind="plain">
            {t('change')}
          </LinkButton>
        </Buttons>
      </div>
    </ResidentShell>
  );
}
