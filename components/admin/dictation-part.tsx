import { switchDictation } from '@/app/actions/admin/dictation';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { getTranslations } from '@/lib/i18n/words';
import { dictationAllowed } from '@/lib/installation/dictation';

/** What dictation means, in full above the button that allows it; off until then. */
export async function DictationPart() {
  const [t, settings, allowed] = await Promise.all([
    getTranslations('adminSettings.dictation'),
    getTranslations('adminSettings'),
    dictationAllowed(),
  ]);
  return (
    <Part id="dictation" heading={t('heading')}>
      <div className="measure grid gap-12">
        <p>{t('what')}</p>
        <p>{t('hears')}</p>
        <p>{t('until')}</p>
        <p>
          <strong>{t(allowed ? 'isOn' : 'isOff')}</strong>
        </p>
      </div>
      <ActionForm
        action={switchDictation}
        prefix="dictation"
        problemWords={settings.raw('problems')}
      >
        <input type="hidden" name="dictation" value={allowed ? 'off' : 'on'} />
        <div className="mt-16">
          <Buttons>
            <SubmitButton kind={allowed ? 'grave' : 'second'}>
              {t(allowed ? 'end' : 'allow')}
            </SubmitButton>
          </Buttons>
        </div>
      </ActionForm>
    </Part>
  );
}
