import type { Metadata } from 'next';
import { dropOwnDraft } from '@/app/actions/filing-steps';
import { DictationPart } from '@/components/filing/dictation-part';
import { FilingPage, stepWords } from '@/components/filing/filing-page';
import { StepForm } from '@/components/filing/step-form';
import { FormArea } from '@/components/forms/form-fields';
import { NotOpenYet } from '@/components/resident/not-open-yet';
import { ResidentShell } from '@/components/resident/resident-shell';
import { Button } from '@/components/ui/button';
import { readCategories } from '@/lib/appeals/queries/choices';
import { readInstallation } from '@/lib/appeals/queries/front';
import { currentDraft } from '@/lib/auth/own-draft';
import { entryOf } from '@/lib/forms';
import { getTranslations } from '@/lib/i18n/words';

type WhatPageProps = {
  searchParams: Promise<{ category?: string; joined?: string; from?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('filing');
  return { title: `${t('what')}·${await stepWords('what')}` };
}

/** The first question, in one's own words. What was begun before is there. */
export default async function WhatPage({ searchParams }: WhatPageProps) {
  const [t, installation, categories, draft, { category, joined, from }] = await Promise.all([
    getTranslations('filing'),
    readInstallation(),
    readCategories(),
    currentDraft(),
    searchParams,
  ]);
  if (!installation.open) return <NotOpenYet phone={installation.phone} />;
  if (joined) return <Joined phone={installation.phone} />;
  const told = draft?.filed ? {} : (draft?.told ?? {});
  const chosen = categories.find((it) => it.id === category)?.id ?? entryOf(told, 'categoryId');
  return (
    <FilingPage step="what">
      <StepForm step="what" version={draft?.version ?? 0} fromCheck={from === 'check'}>
        <input type="hidden" name="categoryId" value={chosen} />
        <div className="[&>.field]:mt-12">
          <FormArea
            name="what"
            label={t('what')}
            hint={t('whatHint')}
            value={entryOf(told, 'what')}
            max={5000}
            rows={7}
            asHeading
          />
        </div>
        <DictationPart field="what" />
      </StepForm>
      {Object.keys(told).length > 0 && (
        <form action={dropOwnDraft} className="mt-48">
          <Button kind="plain">{t('drop')}</Button>
        </form>
      )}
    </FilingPage>
  );
}

async function Joined({ phone }: { phone: string | null }) {
  const t = await getTranslations('joining');
  return (
    <ResidentShell>
      <h1>{t('thanks')}</h1>
      <p className="lead mt-8">{t('thanksText')}</p>
      {phone && <p className="mt-16">{t('thanksTel', { phone })}</p>}
    </ResidentShell>
  );
}
