import { askCode } from '@/app/actions/coming-back';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { getTranslations } from '@/lib/i18n/words';
import type { ContactChannel } from '@/lib/notices/channel';

/** A telephone number or an address, by which a code can be sent here. */
export async function ComingBackForm({ channels }: { channels: readonly ContactChannel[] }) {
  const t = await getTranslations('mine');
  const [only] = channels;
  const which = channels.length > 1 ? 'both' : (only ?? 'both');
  return (
    <ActionForm
      action={askCode}
      labels={{ contact: t(`contact.${which}`) }}
      problemWords={t.raw('problems')}
    >
      <FormText
        name="contact"
        label={t(`contact.${which}`)}
        hint={t('contactHint')}
        inputMode={which === 'sms' ? 'tel' : 'email'}
        autoComplete={which === 'sms' ? 'tel' : 'on'}
        spellCheck={false}
      />
      <div className="mt-32">
        <Buttons>
          <SubmitButton>{t('ask')}</SubmitButton>
        </Buttons>
      </div>
    </ActionForm>
  );
}
