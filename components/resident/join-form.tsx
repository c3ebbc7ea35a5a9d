import { randomUUID } from 'node:crypto';
import { joinByLink } from '@/app/actions/join';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormCheckbox, FormChoices, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { joinWays } from '@/lib/appeals/words';
import type { Messages } from '@/lib/i18n/messages';
import { getMessages, getTranslations } from '@/lib/i18n/words';
import { summaryLabel } from './summary-label';

/** One short form: how to reach you, and what it is like at your place. */
export async function JoinForm({ token }: { token: string }) {
  const t = await getTranslations('joining');
  const messages: Messages = await getMessages();
  const refusals = messages.refusals as Record<string, string>;
  const named = ['way', 'phone', 'email', 'name', 'secret', 'words'];
  return (
    <ActionForm
      action={joinByLink.bind(null, token)}
      labels={Object.fromEntries(named.map((name) => [name, summaryLabel(t(name))]))}
      problemWords={{ ...refusals, tooMany: t.raw('tooMany') }}
    >
      <input type="hidden" name="formKey" value={randomUUID()} />
      <FormChoices
        name="way"
        label={t('way')}
        choices={joinWays.map((value) => ({
          value,
          label: t(`wayWord.${value}`),
          hint: t(`wayHint.${value}`),
        }))}
      />
      <FormText
        name="phone"
        type="tel"
        label={t('phone')}
        hint={t('phoneHint')}
        width="short"
        autoComplete="tel"
        optional
      />
      <FormText
        name="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        autoComplete="email"
        optional
      />
      <FormText name="name" label={t('name')} width="short" autoComplete="name" optional />
      <FormCheckbox name="secret" label={t('secret')} hint={t('secretHint')} />
      <FormArea
        name="words"
        label={t('words')}
        hint={t('wordsHint')}
        rows={3}
        max={2000}
        optional
      />
      <div className="btns mt-32">
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
