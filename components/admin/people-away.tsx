import { addAbsence, cancelAbsence, setDeputy } from '@/app/actions/admin/people';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale, tellingAt } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Part } from '@/components/ui/headings';
import { civilDay } from '@/lib/i18n/dates';
import { languageOf } from '@/lib/i18n/languages';
import { getTranslations } from '@/lib/i18n/words';
import { readDeputies } from '@/lib/people/read-people';
import type { PersonPage } from '@/lib/people/read-person';
import { peopleLabels } from './people-fields';

/** Who stands in while this person is away, and when that is. */
export async function PeopleAway({ person }: { person: PersonPage }) {
  const [t, labels, locale, deputies] = await Promise.all([
    getTranslations('adminPeople'),
    peopleLabels(),
    readerLocale(),
    readDeputies(person),
  ]);
  return (
    <>
      <Part id="deputy" heading={t('deputyHeading')}>
        <ActionForm
          action={setDeputy.bind(null, person.id)}
          prefix="deputy"
          labels={labels}
          problemWords={t.raw('problems')}
        >
          <FormSelect
            name="deputyId"
            label={t('deputyId')}
            hint={t('deputyHint')}
            value={person.deputyId ?? ''}
            choose={false}
            options={[
              { value: '', label: t('noDeputy') },
              ...deputies.map((it) => ({
                value: it.id,
                label: `${it.name}${languageOf(locale).marks.comma}${nameOf({ ...it.unit, id: it.unitId }, locale)}`,
              })),
            ]}
          />
          <div className="mt-16">
            <SubmitButton kind="second">{t('setDeputy')}</SubmitButton>
          </div>
        </ActionForm>
      </Part>
      <Part id="away" heading={t('awayHeading')}>
        <Absences person={person} />
        <ActionForm
          action={addAbsence.bind(null, person.id)}
          prefix="away"
          labels={labels}
          problemWords={t.raw('problems')}
        >
          <FormText name="fromOn" type="date" label={t('fromOn')} width="short" />
          <FormText
            name="untilOn"
            type="date"
            label={t('untilOn')}
            hint={t('untilHint')}
            width="short"
          />
          <div className="mt-16">
            <SubmitButton kind="second">{t('addAbsence')}</SubmitButton>
          </div>
        </ActionForm>
      </Part>
    </>
  );
}

async function Absences({ person }: { person: PersonPage }) {
  const [t, telling] = await Promise.all([getTranslations('adminPeople'), tellingAt(person.at)]);
  if (person.absences.length === 0) return <p className="quiet">{t('neverAway')}</p>;
  return (
    <ul className="stack">
      {person.absences.map((it) => {
        const days = t('days', {
          from: civilDay(it.fromOn, telling),
          until: civilDay(it.untilOn, telling),
        });
        return (
          <li key={it.id} className="away-days">
            {days}
            <ActionForm
              action={cancelAbsence.bind(null, person.id, it.id)}
              prefix={`away-${it.id}`}
              problemWords={t.raw('problems')}
            >
              <SubmitButton kind="plain">{t('cancelAbsence', { days })}</SubmitButton>
            </ActionForm>
          </li>
        );
      })}
    </ul>
  );
}
