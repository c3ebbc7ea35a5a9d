import { track } from '@/app/actions/track';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import type { Messages } from '@/lib/i18n/messages';
import { getMessages, getTranslations } from '@/lib/i18n/words';

/** Number and four digits. `bare` is the short form on the front page, without hints. */
export async function TrackForm({ bare = false }: { bare?: boolean }) {
  const t = await getTranslations('front.track');
  const messages: Messages = await getMessages();
  const front = messages.front as { track: Record<string, string> };
  return (
    <ActionForm
      action={track}
      prefix="track"
      labels={{ number: t('number'), digits: t('digits') }}
      problemWords={front.track}
    >
      <div className={bare ? 'find [&_.field]:mt-0' : undefined}>
        <FormText
          name="number"
          label={t('number')}
          hint={bare ? undefined : t('numberHint')}
          width={bare ? undefined : 'short'}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
        />
        <FormText
          name="digits"
          label={t('digits')}
          hint={bare ? undefined : t('digitsHint')}
          width={bare ? undefined : 'tiny'}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
        />
        <div className={bare ? 'contents' : 'btns mt-32'}>
          <SubmitButton kind={bare ? 'second' : 'main'}>{t('submit')}</SubmitButton>
        </div>
      </div>
    </ActionForm>
  );
}
