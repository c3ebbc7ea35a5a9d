import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { returnClock } from '@/components/desk/hand-over-facts';
import { FormArea } from '@/components/forms/form-fields';
import { Anchor } from '@/components/ui/anchor';
import { Note } from '@/components/ui/note';
import { handOversOf } from '@/lib/appeals/case-file';
import { isFinalAfter, namingsOf } from '@/lib/appeals/hand-overs';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';
import { UnitField } from './unit-field';

export async function SendBackFields({ actor, view }: StepProps) {
  const t = await getTranslations('steps.sendBack');
  return (
    <>
      <BeforeReturn view={view} />
      <UnitField
        name="betterUnitId"
        label={t('betterUnitId')}
        hint={t('betterUnitIdHint')}
        except={actor.unitId}
      />
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} />
    </>
  );
}

/** Until when, which naming this is, what the next hand-over brings, and who answers for it meanwhile. */
async function BeforeReturn({ view }: Pick<StepProps, 'view'>) {
  const [t, telling] = await Promise.all([getTranslations('handOvers.form'), tellingAt(view.at)]);
  const { file, settings } = view;
  const until = returnClock(view)?.dueAt;
  const count = handOversOf(file);
  const most = settings.handOverTimes.amount;
  return (
    <div className="mt-24 max-w-measure">
      <Note boxed heading={t('heading')}>
        {until && <p className="mt-8">{t('until', { moment: momentOf(until, telling) })}</p>}
        <p className="mt-8">{t('where', { naming: namingsOf(file).length, count })}</p>
        {isFinalAfter(count + 1, view) && <p className="mt-8">{t('last', { most })}</p>}
        {view.responsible && (
          <p className="mt-8">{t('answers', { unit: nameOf(view.responsible, telling.locale) })}</p>
        )}
        <p className="mt-8">{t('decides')}</p>
        <p className="mt-8">
          <Anchor href="/desk/duties">{t('duties')}</Anchor>
        </p>
      </Note>
    </div>
  );
}
