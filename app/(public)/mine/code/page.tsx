import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { giveCode } from '@/app/actions/coming-back';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { ResidentShell } from '@/components/resident/resident-shell';
import { richWords } from '@/components/resident/rich-words';
import { Buttons, LinkButton } from '@/components/ui/button';
import { BackLink } from '@/components/ui/headings';
import { askedCode } from '@/lib/auth/coming-back-cookies';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mine');
  return { title: t('codeTitle'), robots: { index: false } };
}

/** Where the code is given: it says nothing of whether one was sent. */
export default async function CodePage() {
  const t = await getTranslations('mine');
  if (!(await askedCode.read())) redirect('/mine');
  return (
    <ResidentShell>
      <BackLink href="/mine">{t('codeBack')}</BackLink>
      <h1>{t('codeHeading')}</h1>
      <p className="lead mt-8 mb-24">{t('codeLead')}</p>
      <ActionForm action={giveCode} labels={{ code: t('code') }} problemWords={t.raw('problems')}>
        <FormText
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          width="tiny"
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <div className="mt-32">
          <Buttons>
            <SubmitButton>{t('open')}</SubmitButton>
            <LinkButton href="/mine" kind="plain">
              {t('another')}
            </LinkButton>
          </Buttons>
        </div>
      </ActionForm>
      <p className="meta mt-32">{t.rich('nothingCame', await richWords())}</p>
    </ResidentShell>
  );
}
