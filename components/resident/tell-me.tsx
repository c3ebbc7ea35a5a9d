import { chooseNotices } from '@/app/actions/notice-choice';
import { ActionForm } from '@/components/forms/action-form';
import { FormChoices } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Anchor } from '@/components/ui/anchor';
import { Buttons } from '@/components/ui/button';
import { getTranslations } from '@/lib/i18n/words';
import { choiceIn } from '@/lib/notices/voice-choice';
import { DevicePart } from './device-part';
import type { OwnCase } from './own-case';
import { ownReach } from './own-reach';

/** How the resident is told, theirs to change. The receipt is there whatever they choose. */
export async function TellMe({ own, changed }: { own: OwnCase; changed: boolean }) {
  const [t, reach] = await Promise.all([getTranslations('telling'), ownReach(own.actor.voiceId)]);
  const { open, now } = choiceIn(reach);
  const { caseNumber } = own.view.file.appeal;
  return (
    <section aria-labelledby="telling" className="no-print text-16">
      <h2 id="telling" className="mt-48 mb-12 text-20">
        {t('heading')}
      </h2>
      {changed && <p role="status">{t('changed')}</p>}
      {open.length > 1 ? (
        <ActionForm
          action={chooseNotices.bind(null, caseNumber)}
          prefix="telling"
          labels={{ channel: t('question') }}
        >
          <FormChoices
            name="channel"
            label={t('question')}
            value={now}
            choices={open.map((value) => ({ value, label: t(`by.${value}`) }))}
          />
          <div className="mt-16">
            <Buttons>
              <SubmitButton kind="second">{t('save')}</SubmitButton>
            </Buttons>
          </div>
        </ActionForm>
      ) : (
        <p>{t('noWay')}</p>
      )}
      <DevicePart own={own} />
      <p className="alone mt-16">
        <Anchor href={`/follow/${caseNumber}/receipt`}>{t('receipt')}</Anchor>
      </p>
    </section>
  );
}
