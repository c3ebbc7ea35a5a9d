import {
  giveLink,
  handOverCases,
  leavePerson,
  movePerson,
  returnPerson,
  signOutEverywhere,
  takeFactorFrom,
  unbindSingleSignOn,
} from '@/app/actions/admin/people';
import { ProofField } from '@/components/account/proof-field';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { PrintButton } from '@/components/resident/print-button';
import { Anchor } from '@/components/ui/anchor';
import { Buttons, LinkButton } from '@/components/ui/button';
import { BackLink, Kicker } from '@/components/ui/headings';
import { getTranslations } from '@/lib/i18n/words';
import { readReceivers } from '@/lib/people/read-people';
import type { PersonPage } from '@/lib/people/read-person';
import { readTree } from '@/lib/units/read-units';
import { peopleLabels } from './people-fields';
import { LinkOnce } from './set-up-link-once';
import { unitOptions } from './units-options';

export const personSteps = [
  'link',
  'factor',
  'identity',
  'signOut',
  'move',
  'leave',
  'handover',
  'return',
] as const;
export type PersonStep = (typeof personSteps)[number];

const actions = {
  link: giveLink,
  factor: takeFactorFrom,
  identity: unbindSingleSignOn,
  signOut: signOutEverywhere,
  move: movePerson,
  leave: leavePerson,
  handover: handOverCases,
  return: returnPerson,
};

/** Whether the step is for this person as things are. */
export function stepFits(step: PersonStep, person: PersonPage): boolean {
  const { disabledAt, strays, factorSince, identityAt, signedIn } = person;
  if (step === 'signOut') return signedIn > 0;
  if (step === 'identity') return identityAt !== null;
  if (step === 'factor') return disabledAt === null && factorSince !== null;
  if (step === 'handover') return disabledAt !== null || strays > 0;
  return (step === 'return') === (disabledAt !== null);
}

interface PeopleStepProps {
  person: PersonPage;
  step: PersonStep;
  /** The reader's own page: their password holds until the link is used. */
  self: boolean;
}

/** A page that says what a step does, asks what it needs to know, and only then does it. */
export async function PeopleStep({ person, step, self }: PeopleStepProps) {
  const [t, labels] = await Promise.all([getTranslations('adminPeople'), peopleLabels()]);
  const home = `/admin/people/${person.id}`;
  const words = step === 'link' && person.canSignIn ? 'reset' : step;
  return (
    <>
      <BackLink href={home}>{person.name}</BackLink>
      <Kicker>{person.name}</Kicker>
      <h1>{t(`step.${words}.name`)}</h1>
      <p className="quiet mt-8">
        {t(words === 'reset' && self ? 'resetOwn' : `step.${words}.lead`)}
      </p>
      <ActionForm
        action={actions[step].bind(null, person.id)}
        labels={labels}
        problemWords={t.raw('problems')}
        className="mt-24"
        whenDone={step === 'link' ? <LinkShown home={home} /> : undefined}
      >
        {step === 'move' && <UnitField name="unitId" person={person} />}
        {step === 'return' && <UnitField name="unitId" person={person} self />}
        {(step === 'move' || step === 'leave' || step === 'handover') && person.cases > 0 && (
          <Receiver person={person} />
        )}
        <ProofField />
        <div className="mt-32">
          <Buttons>
            <SubmitButton kind={isGrave(step, words) ? 'grave' : 'main'}>
              {t(`step.${words}.submit`)}
            </SubmitButton>
            <LinkButton href={home} kind="plain">
              {t('cancel')}
            </LinkButton>
          </Buttons>
        </div>
      </ActionForm>
    </>
  );
}

const isGrave = (step: PersonStep, words: string): boolean =>
  ['leave', 'factor', 'identity', 'signOut'].includes(step) || words === 'reset';

async function LinkShown({ home }: { home: string }) {
  const t = await getTranslations('adminPeople');
  return (
    <LinkOnce heading={t.raw('linkHeading')} note={t('linkNote')}>
      <div className="no-print">
        <PrintButton words={t('print')} byHand={t('printByHand')} />
        <p className="mt-16">
          <Anchor href={home}>{t('linkHanded')}</Anchor>
        </p>
      </div>
    </LinkOnce>
  );
}

async function UnitField({
  name,
  person,
  self = false,
}: {
  name: string;
  person: PersonPage;
  self?: boolean;
}) {
  const [t, units] = await Promise.all([getTranslations('adminPeople'), readTree()]);
  const open = units.filter((it) => !it.closedAt && (self || it.id !== person.unitId));
  return (
    <FormSelect
      name={name}
      label={t('unitId')}
      value={self && !person.unit.closedAt ? person.unitId : undefined}
      options={await unitOptions(open)}
    />
  );
}

async function Receiver({ person }: { person: PersonPage }) {
  const [t, people] = await Promise.all([
    getTranslations('adminPeople'),
    // Those of the unit that has the strays are not known here: they go to its common list.
    person.strays > 0 ? [] : readReceivers(person.unitId, person.id),
  ]);
  return (
    <FormSelect
      name="toPersonId"
      label={t('toPersonId')}
      hint={t('toPersonHint', { count: person.strays || person.cases })}
      choose={false}
      options={[
        { value: '', label: t('commonList') },
        ...people.map((it) => ({ value: it.id, label: it.name })),
      ]}
    />
  );
}
