import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Empty } from '@/components/ui/empty';
import { FilterSearch, FilterSelect, Filters } from '@/components/ui/filters';
import { Pager } from '@/components/ui/pager';
import { Cell, Row, Rows, RowTitle } from '@/components/ui/rows';
import { getTranslations } from '@/lib/i18n/words';
import { type PeopleAsked, type PersonLine, personStates } from '@/lib/people/read-people';
import { roleNames } from '@/lib/people/roles';
import type { UnitLine } from '@/lib/units/read-units';
import { unitOptions } from './units-options';

/** One GET form: the question stands in the address. */
export async function PeopleFilters({
  asked,
  units,
}: {
  asked: PeopleAsked;
  units: readonly UnitLine[];
}) {
  const [t, words] = await Promise.all([
    getTranslations('adminPeople'),
    getTranslations('words.role'),
  ]);
  const all = { value: '', label: t('all') };
  return (
    <Filters action="/admin/people" label={t('filter')} submit={t('find')}>
      <FilterSearch name="words" label={t('words')} value={asked.words} />
      <FilterSelect
        name="unit"
        label={t('unit')}
        value={asked.unitId ?? ''}
        options={[all, ...(await unitOptions(units))]}
      />
      <FilterSelect
        name="role"
        label={t('roles')}
        value={asked.role ?? ''}
        options={[all, ...roleNames.map((value) => ({ value, label: words(value) }))]}
      />
      <FilterSelect
        name="state"
        label={t('state')}
        value={asked.state}
        options={personStates.map((value) => ({ value, label: t(`inState.${value}`) }))}
      />
    </Filters>
  );
}

interface PeopleListProps {
  asked: PeopleAsked;
  people: readonly PersonLine[];
  more: boolean;
}

/** Who was found, by unit and name. */
export async function PeopleList({ asked, people, more }: PeopleListProps) {
  const [t, words, locale] = await Promise.all([
    getTranslations('adminPeople'),
    getTranslations('words.role'),
    readerLocale(),
  ]);
  if (people.length === 0) {
    return (
      <div>
        <Empty kind="missing" heading={t('nobody')}>
          <p className="quiet">{t('nobodyNext')}</p>
        </Empty>
      </div>
    );
  }
  const columns = ['name', 'unit', 'roles', 'login', 'state'] as const;
  return (
    <>
      <Rows caption={t('heading')} captionHidden columns={columns.map((it) => ({ label: t(it) }))}>
        {people.map((person) => (
          <Row key={person.id}>
            <Cell head>
              <RowTitle>
                <Anchor href={`/admin/people/${person.id}`} lang="zh-CN">
                  {person.name}
                </Anchor>
              </RowTitle>
            </Cell>
            <Cell label={t('unit')}>{nameOf(person.unit, locale)}</Cell>
            <Cell label={t('roles')}>
              {roleNames
                .filter((it) => person.roles.includes(it))
                .map((it) => words(it))
                .join(t('and')) || t('noRoles')}
            </Cell>
            <Cell label={t('login')} beside>
              {person.login}
            </Cell>
            <Cell label={t('state')} beside>
              {person.disabledAt ? t('isGone') : t(person.canSignIn ? 'canSignIn' : 'noPassword')}
            </Cell>
          </Row>
        ))}
      </Rows>
      <Pager
        label={t('pages')}
        newer={
          asked.page > 1
            ? { href: addressOf({ ...asked, page: asked.page - 1 }), words: t('newer') }
            : undefined
        }
        older={
          more
            ? { href: addressOf({ ...asked, page: asked.page + 1 }), words: t('older') }
            : undefined
        }
      />
    </>
  );
}

function addressOf({ words, unitId, role, state, page }: PeopleAsked): string {
  const asked = { words, unit: unitId ?? '', role: role ?? '', state, page: String(page) };
  return `/admin/people?${new URLSearchParams(asked)}`;
}
