import { switchPush } from '@/app/actions/admin/notices';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { settings } from '@/lib/env';
import { getTranslations } from '@/lib/i18n/words';
import { readPush } from '@/lib/notices/push/allowed';
import { pushCarriers } from '@/lib/notices/push/endpoint';

/** What Web Push means, in full above the button that allows it; off until then. */
export async function PushPart() {
  const [t, problems, { allowed, devices }] = await Promise.all([
    getTranslations('adminNotices.push'),
    getTranslations('adminNotices'),
    readPush(),
  ]);
  const { publicUrl, pushServices } = settings();
  const carriers = pushCarriers.map((it) => it.company).join(t('comma'));
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname);
  return (
    <Part id="push" heading={t('heading')}>
      <div className="measure grid gap-12">
        <p>{t('what', { carriers })}</p>
        {pushServices.length > 0 && <p>{t('own', { hosts: pushServices.join(t('comma')) })}</p>}
        <p>{t('see')}</p>
        <p>{t('until')}</p>
        {!publicUrl.startsWith('https:') && !local && <p>{t('insecure')}</p>}
        <p>
          <strong>{allowed ? t('isOn', { count: devices }) : t('isOff')}</strong>
        </p>
        {allowed && <p>{t('forget')}</p>}
      </div>
      <ActionForm action={switchPush} prefix="push" problemWords={problems.raw('problems')}>
        <input type="hidden" name="push" value={allowed ? 'off' : 'on'} />
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
