import { changePerson } from '@/app/actions/admin/people';
import { ProofField } from '@/components/account/proof-field';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale, tellingAt } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { FormCheckbox, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Anchor } from '@/components/ui/anchor';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Columns } from '@/components/ui/columns';
import { Facts } from '@/components/ui/facts';
import { BackLink, Kicker } from '@/components/ui/headings';
import { Note } from '@/components/ui/note';
import { dayOf, momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonPage } from '@/lib/people/read-person';
import { PeopleAway } from './people-away';
import { PeopleRoles, peopleLabels } from './people-fields';
import { PowerAnchor } from './power-anchor';

interface PeoplePageProps {
  person: PersonPage;
  /** The reader's own page: their second factor is changed on "My sign-in". */
  self: boolean;
}

/** One person: what they may do, who stands in, when they are away. */
export async function PeoplePage({ person, self }: PeoplePageProps) {
  const [t, locale] = await Promise.all([getTranslations('adminPeople'), readerLocale()]);
  return (
    <>
      <BackLink href="/admin/people">{t('back')}</BackLink>
      <Columns kind="wide">
        <div>
          <Kicker>{nameOf(person.unit, locale)}</Kicker>
          <h1 lang="zh-CN">{person.name}</h1>
          {person.disabledAt ? <Gone person={person} /> : <Details person={person} />}
          {!person.disabledAt && <PeopleAway person={person} />}
        </div>
        <PersonAside person={person} self={self} />
      </Columns>
    </>
  );
}

async function Details({ person }: { person: PersonPage }) {
  const [t, labels] = await Promise.all([getTranslations('adminPeople'), peopleLabels()]);
  return (
    <ActionForm
      action={changePerson.bind(null, person.id)}
      labels={labels}
      problemWords={t.raw('problems')}
    >
      <FormText name="name" label={t('name')} value={person.name} autoComplete="off" />
      <PeopleRoles value={person.roles} />
      <FormText
        name="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        value={person.email ?? ''}
        optional
        autoComplete="off"
      />
      <FormCheckbox name="digest" label={t('digest')} checked={person.digest} />
      <ProofField />
      <div className="mt-32">
        <Buttons>
          <SubmitButton>{t('save')}</SubmitButton>
        </Buttons>
      </div>
    </ActionForm>
  );
}

async function Gone({ person }: { person: PersonPage }) {
  const [t, telling] = await Promise.all([getTranslations('adminPeople'), tellingAt(person.at)]);
  if (!person.disabledAt) return null;
  return (
    <div className="mt-24">
      <Note boxed heading={t('goneSince', { day: dayOf(person.disabledAt, telling) })}>
        <p>{person.cases > 0 ? t('goneWithCases', { count: person.cases }) : t('goneLead')}</p>
      </Note>
      <div className="mt-24">
        <Buttons>
          {person.cases > 0 && (
            <LinkButton href={`/admin/people/${person.id}/handover`}>
              {t('step.handover.name')}
            </LinkButton>
          )}
          <LinkButton href={`/admin/people/${person.id}/return`} kind="second">
            {t('step.return.name')}
          </LinkButton>
        </Buttons>
      </div>
    </div>
  );
}

async function PersonAside({ person, self }: PeoplePageProps) {
  const [t, locale, telling] = await Promise.all([
    getTranslations('adminPeople'),
    readerLocale(),
    tellingAt(person.at),
  ]);
  const signIn = person.canSignIn
    ? t('canSignIn')
    : person.invitedUntil
      ? t('invited', { until: momentOf(person.invitedUntil, telling) })
      : t('noPassword');
  const facts = [
    { term: t('login'), detail: person.login },
    {
      term: t('unit'),
      detail: (
        <PowerAnchor power="units" href={`/admin/units/${person.unit.id}`}>
          {nameOf(person.unit, locale)}
        </PowerAnchor>
      ),
    },
    { term: t('signIn'), detail: person.disabledAt ? t('isGone') : signIn },
    {
      term: t('factor'),
      detail: person.factorSince
        ? t('factorSince', { day: dayOf(person.factorSince, telling) })
        : t('noFactor'),
    },
    ...(person.identityAt
      ? [
          {
            term: t('identity'),
            detail: t('factorSince', { day: dayOf(person.identityAt, telling) }),
          },
        ]
      : []),
    { term: t('signedIn'), detail: t('signedInPlaces', { count: person.signedIn }) },
    { term: t('cases'), detail: t('casesHere', { count: person.cases }) },
  ];
  const stray = person.strays > 0 ? (['handover'] as const) : [];
  const factor = person.factorSince && !self ? (['factor'] as const) : [];
  const identity = person.identityAt ? (['identity'] as const) : [];
  const signOut = person.signedIn > 0 && !self ? (['signOut'] as const) : [];
  const steps = person.disabledAt
    ? []
    : ([...stray, 'link', ...factor, ...identity, ...signOut, 'move', 'leave'] as const);
  return (
    <aside aria-label={t('aside')}>
      <Facts side facts={facts} />
      {steps.length > 0 && (
        <ul className="mt-24">
          {steps.map((it) => (
            <li key={it}>
              <Anchor className="btn plain" href={`/admin/people/${person.id}/${it}`}>
                {t(it === 'link' && person.canSignIn ? 'step.reset.name' : `step.${it}.name`)}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}
