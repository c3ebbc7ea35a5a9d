import { changeUnit } from '@/app/actions/admin/units';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale, tellingAt } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Anchor } from '@/components/ui/anchor';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Columns } from '@/components/ui/columns';
import { Facts } from '@/components/ui/facts';
import { BackLink, Kicker, Part } from '@/components/ui/headings';
import { Note } from '@/components/ui/note';
import { dayOf } from '@/lib/i18n/dates';
import { nameIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';
import type { FormerName } from '@/lib/units/former-names';
import type { UnitPage } from '@/lib/units/read-units';
import { PowerAnchor } from './power-anchor';
import { UnitsFields, unitsLabels } from './units-fields';

interface UnitsPageProps {
  unit: UnitPage;
  formerNames: readonly FormerName[];
  at: Date;
}

/** One unit: what it is called, where it stands, what it was called before. */
export async function UnitsPage({ unit, formerNames, at }: UnitsPageProps) {
  const [t, words, locale, labels] = await Promise.all([
    getTranslations('adminUnits'),
    getTranslations('words.unitKind'),
    readerLocale(),
    unitsLabels(),
  ]);
  return (
    <>
      <BackLink href="/admin/units">{t('back')}</BackLink>
      <Columns kind="wide">
        <div>
          <Kicker>{words(unit.kind)}</Kicker>
          <h1>{nameOf(unit, locale)}</h1>
          {unit.closedAt ? (
            <ClosedNote unit={unit} at={at} />
          ) : (
            <ActionForm
              action={changeUnit.bind(null, unit.id)}
              labels={labels}
              problemWords={t.raw('problems')}
            >
              <UnitsFields unit={unit} />
              <div className="mt-32">
                <Buttons>
                  <SubmitButton>{t('save')}</SubmitButton>
                </Buttons>
              </div>
            </ActionForm>
          )}
          <Names formerNames={formerNames} at={at} />
        </div>
        <UnitAside unit={unit} />
      </Columns>
    </>
  );
}

async function ClosedNote({ unit, at }: { unit: UnitPage; at: Date }) {
  const [t, telling, locale] = await Promise.all([
    getTranslations('adminUnits'),
    tellingAt(at),
    readerLocale(),
  ]);
  if (!unit.closedAt) return null;
  return (
    <div className="mt-24">
      <Note boxed heading={t('closedSince', { day: dayOf(unit.closedAt, telling) })}>
        <p>
          {unit.mergedInto
            ? t.rich('mergedInto', {
                unit: () => (
                  <Anchor href={`/admin/units/${unit.mergedInto?.id}`}>
                    {nameOf(unit.mergedInto, locale)}
                  </Anchor>
                ),
              })
            : t('closedLead')}
        </p>
      </Note>
      <div className="mt-24">
        <Buttons>
          <LinkButton href={`/admin/units/${unit.id}/reopen`} kind="second">
            {t('step.reopen.name')}
          </LinkButton>
        </Buttons>
      </div>
    </div>
  );
}

async function Names({ formerNames, at }: Pick<UnitsPageProps, 'formerNames' | 'at'>) {
  const [t, telling] = await Promise.all([getTranslations('adminUnits'), tellingAt(at)]);
  if (formerNames.length === 0) return null;
  return (
    <Part id="names" heading={t('formerNames')}>
      <ul className="stack">
        {formerNames.map((it) => (
          <li key={it.untilAt.toISOString()}>
            {t('until', {
              day: dayOf(it.untilAt, telling),
              name: nameIn(telling.locale, it) || it.name,
            })}
          </li>
        ))}
      </ul>
    </Part>
  );
}

async function UnitAside({ unit }: { unit: UnitPage }) {
  const [t, locale] = await Promise.all([getTranslations('adminUnits'), readerLocale()]);
  const link = (it: { id: string; name: string; nameEn: string }) => (
    <Anchor href={`/admin/units/${it.id}`}>{nameOf(it, locale)}</Anchor>
  );
  const listOf = (units: UnitPage['children']) =>
    units.length === 0 ? (
      t('none')
    ) : (
      <ul>
        {units.map((it) => (
          <li key={it.id}>
            {link(it)}
            {it.closedAt && ` ${t('closedMark')}`}
          </li>
        ))}
      </ul>
    );
  const { cases } = unit.held;
  const facts = [
    { term: t('code'), detail: unit.code },
    { term: t('parentId'), detail: unit.parent ? link(unit.parent) : t('top') },
    { term: t('children'), detail: listOf(unit.children) },
    ...(unit.mergedFrom.length > 0
      ? [{ term: t('tookOver'), detail: listOf(unit.mergedFrom) }]
      : []),
    {
      term: t('people'),
      detail: (
        <PowerAnchor power="people" href={`/admin/people?unit=${unit.id}`}>
          {t('peopleHere', { count: unit.people.length })}
        </PowerAnchor>
      ),
    },
    { term: t('cases'), detail: t('casesHere', { count: cases }) },
  ];
  const steps = unit.closedAt ? [] : (['move', 'merge', 'close'] as const);
  return (
    <aside aria-label={t('aside')}>
      <Facts side facts={facts} />
      {steps.length > 0 && (
        <ul className="mt-24">
          {steps.map((it) => (
            <li key={it}>
              <Anchor className="btn plain" href={`/admin/units/${unit.id}/${it}`}>
                {t(`step.${it}.name`)}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}
