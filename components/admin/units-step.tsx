import { closeUnit, mergeUnit, moveUnit, reopenUnit } from '@/app/actions/admin/units';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons, LinkButton } from '@/components/ui/button';
import { BackLink, Kicker } from '@/components/ui/headings';
import { Note } from '@/components/ui/note';
import { getTranslations } from '@/lib/i18n/words';
import type { Held } from '@/lib/units/held';
import { readPlacesFor, type UnitPage } from '@/lib/units/read-units';
import { PowerAnchor } from './power-anchor';
import { unitsLabels } from './units-fields';
import { unitOptions } from './units-options';

export const unitSteps = ['move', 'merge', 'close', 'reopen'] as const;
export type UnitStep = (typeof unitSteps)[number];

const actions = { move: moveUnit, merge: mergeUnit, close: closeUnit, reopen: reopenUnit };

/** What stands in the way of a step, from the first that has to be seen to. */
const hindrances: Record<UnitStep, readonly (keyof Held)[]> = {
  move: [],
  merge: ['cases'],
  close: ['cases', 'people', 'children'],
  reopen: [],
};

/** A page that says what a step does and asks once more. */
export async function UnitsStep({ unit, step }: { unit: UnitPage; step: UnitStep }) {
  const [t, locale, labels] = await Promise.all([
    getTranslations('adminUnits'),
    readerLocale(),
    unitsLabels(),
  ]);
  const home = `/admin/units/${unit.id}`;
  const hindered = hindrances[step].filter((it) => unit.held[it] > 0);
  return (
    <>
      <BackLink href={home}>{nameOf(unit, locale)}</BackLink>
      <Kicker>{nameOf(unit, locale)}</Kicker>
      <h1>{t(`step.${step}.name`)}</h1>
      <p className="quiet mt-8">{t(`step.${step}.lead`)}</p>
      {hindered.length > 0 ? (
        <Hindered unit={unit} hindered={hindered} />
      ) : (
        <ActionForm
          action={actions[step].bind(null, unit.id)}
          labels={labels}
          problemWords={t.raw('problems')}
          className="mt-24"
        >
          {step === 'move' && <ParentField unit={unit} />}
          {step === 'merge' && <IntoField unit={unit} />}
          <div className="mt-32">
            <Buttons>
              <SubmitButton kind={step === 'close' || step === 'merge' ? 'grave' : 'main'}>
                {t(`step.${step}.submit`)}
              </SubmitButton>
              <LinkButton href={home} kind="plain">
                {t('cancel')}
              </LinkButton>
            </Buttons>
          </div>
        </ActionForm>
      )}
    </>
  );
}

async function Hindered({ unit, hindered }: { unit: UnitPage; hindered: readonly (keyof Held)[] }) {
  const t = await getTranslations('adminUnits');
  const where = {
    cases: null,
    people: { power: 'people', href: `/admin/people?unit=${unit.id}`, words: t('seePeople') },
    children: { power: 'units', href: '/admin/units', words: t('seeUnits') },
  } as const;
  return (
    <div className="mt-24">
      <Note boxed heading={t('notYet')}>
        <ul className="stack">
          {hindered.map((it) => (
            <li key={it}>
              {t(`hindered.${it}`, { count: unit.held[it] })}{' '}
              {where[it] && (
                <PowerAnchor power={where[it].power} href={where[it].href}>
                  {where[it].words}
                </PowerAnchor>
              )}
            </li>
          ))}
        </ul>
      </Note>
    </div>
  );
}

async function ParentField({ unit }: { unit: UnitPage }) {
  const [t, places] = await Promise.all([getTranslations('adminUnits'), readPlacesFor(unit)]);
  return (
    <FormSelect
      name="parentId"
      label={t('parentId')}
      hint={t('moveHint')}
      value={unit.parentId ?? ''}
      choose={false}
      options={[{ value: '', label: t('top') }, ...(await unitOptions(places))]}
    />
  );
}

async function IntoField({ unit }: { unit: UnitPage }) {
  const [t, places] = await Promise.all([getTranslations('adminUnits'), readPlacesFor(unit)]);
  return <FormSelect name="intoId" label={t('intoId')} options={await unitOptions(places)} />;
}
