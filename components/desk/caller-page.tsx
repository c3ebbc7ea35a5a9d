import { findCaller } from '@/app/actions/callers';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Anchor } from '@/components/ui/anchor';
import { Note } from '@/components/ui/note';
import type { CallerFound } from '@/lib/contacts/find-caller';
import { getTranslations } from '@/lib/i18n/words';
import { CallerCases } from './caller-cases';

interface CallerPageProps {
  /** gone: the search is another's, or too long ago. */
  found: CallerFound | 'gone' | null;
}

/** Who is calling: a whole number in, their cases out. */
export async function CallerPage({ found }: CallerPageProps) {
  const [t, letters] = await Promise.all([
    getTranslations('callers'),
    getTranslations('paperLetter.list'),
  ]);
  return (
    <>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      {found === 'gone' && (
        <div className="mt-16">
          <Note boxed heading={t('gone')}>
            <p className="mt-4">{t('goneNext')}</p>
          </Note>
        </div>
      )}
      {found && found !== 'gone' && <CallerCases found={found} />}
      <ActionForm
        action={findCaller}
        labels={{ phone: t('phone') }}
        problemWords={t.raw('problems')}
        className="mt-24"
      >
        <FormText
          name="phone"
          label={t(found ? 'another' : 'phone')}
          hint={t('phoneHint')}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          width="short"
        />
        <div className="mt-24">
          <SubmitButton kind={found && found !== 'gone' ? 'second' : 'main'}>
            {t('submit')}
          </SubmitButton>
        </div>
      </ActionForm>
      <p className="mt-32">
        <Anchor href="/desk/letters">{letters('link')}</Anchor>
      </p>
    </>
  );
}
