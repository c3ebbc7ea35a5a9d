import { nameSupervisionOfficers } from '@/app/actions/admin/supervision';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { FormChoices } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { getTranslations } from '@/lib/i18n/words';
import type { SupervisionLevel } from '@/lib/installation/supervision-causes';
import { readOfficers } from '@/lib/installation/supervision-officers';
import { PowerAnchor } from './power-anchor';

/** Whoever is named but could no longer be is left out: saving lets them go. */
export async function OfficersForm({ level }: { level: SupervisionLevel }) {
  const [t, locale, officers] = await Promise.all([
    getTranslations('adminSupervision'),
    readerLocale(),
    readOfficers(),
  ]);
  const able = officers[level].filter((it) => !it.lapsed);
  if (able.length === 0) {
    return (
      <Empty kind="missing" heading={t('nobodyCould')}>
        <p className="quiet">{t(level === 1 ? 'whoCould1' : 'whoCould')}</p>
        <p>
          <PowerAnchor power="people" href="/admin/people">
            {t('toPeople')}
          </PowerAnchor>
        </p>
      </Empty>
    );
  }
  return (
    <ActionForm
      action={nameSupervisionOfficers.bind(null, level)}
      labels={{ people: t('people') }}
      problemWords={t.raw('problems')}
    >
      <FormChoices
        name="people"
        label={t('people')}
        hint={t(level === 1 ? 'whoCould1' : 'whoCould')}
        many
        value={able.filter((it) => it.named).map((it) => it.id)}
        choices={able.map((it) => ({
          value: it.id,
          label: it.name,
          hint: nameOf({ id: it.id, ...it.unit }, locale),
        }))}
      />
      <div className="mt-32">
        <Buttons>
          <SubmitButton>{t('savePeople')}</SubmitButton>
          <LinkButton href="/admin/supervision" kind="plain">
            {t('cancel')}
          </LinkButton>
        </Buttons>
      </div>
    </ActionForm>
  );
}
