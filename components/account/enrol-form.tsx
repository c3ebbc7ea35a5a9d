import { enrol } from '@/app/actions/second-factor';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons, LinkButton } from '@/components/ui/button';
import { QrOf } from '@/components/ui/qr-of';
import { readInstallation } from '@/lib/appeals/queries/front';
import { keyAddress, keyText } from '@/lib/auth/key-address';
import { offeredKey } from '@/lib/auth/second-factor';
import { nameIn } from '@/lib/i18n/names';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { CodesShown } from './codes-shown';

interface EnrolFormProps {
  personId: string;
  login: string;
  /** Where whoever has their recovery codes goes on. */
  onward: string;
}

/**
 * The key on offer and the code that puts it in force. Stands in the same place also when there is none left,
 * since without JavaScript the page is drawn anew around what the form has just answered.
 */
export async function EnrolForm({ personId, login, onward }: EnrolFormProps) {
  const [t, key] = await Promise.all([getTranslations('secondFactor'), offeredKey(personId)]);
  return (
    <ActionForm
      action={enrol}
      labels={{ code: t('code') }}
      problemWords={t.raw('problems')}
      whenDone={<CodesShown onward={onward} />}
    >
      {key ? (
        <Offered secret={key} login={login} />
      ) : (
        <div className="mt-24">
          <p>{t('already')}</p>
          <LinkButton href={onward} kind="second" reload>
            {t('goOn')}
          </LinkButton>
        </div>
      )}
    </ActionForm>
  );
}

async function Offered({ secret, login }: { secret: Buffer; login: string }) {
  const [t, locale, installation] = await Promise.all([
    getTranslations('secondFactor'),
    getLocale(),
    readInstallation(),
  ]);
  const groups = keyText(secret).match(/.{1,4}/g) ?? [];
  return (
    <>
      <ol className="numbered mt-16 grid gap-12">
        <li>{t('step1')}</li>
        <li>{t('step2')}</li>
        <li>{t('step3')}</li>
      </ol>
      <div className="keybox">
        <div>
          <p className="meta">{t('key')}</p>
          <code>
            {groups.map((group, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: groups may be alike and never move.
              <span key={nth}>
                <span className="mr-8">{group}</span>
                <wbr />
              </span>
            ))}
          </code>
        </div>
        <QrOf text={keyAddress(secret, login, nameIn(locale, installation))} label={t('qr')} />
      </div>
      <FormText
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        width="short"
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <div className="mt-32">
        <Buttons>
          <SubmitButton>{t('confirm')}</SubmitButton>
        </Buttons>
      </div>
    </>
  );
}
