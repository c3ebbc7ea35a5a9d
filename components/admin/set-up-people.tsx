import { nameOf } from '@/components/appeals/story-words';
import { dot, readerLocale } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import { getTranslations } from '@/lib/i18n/words';
import { readStaff, type SetUpState } from '@/lib/installation/set-up';
import { roleNames } from '@/lib/people/roles';
import { stepPath } from './set-up-frame';
import { PersonForm } from './set-up-person-form';

export async function PeopleStep({ state }: { state: SetUpState }) {
  const t = await getTranslations('setUp.people');
  const roles = await getTranslations('words.role');
  return (
    <>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      {state.missing.length > 0 ? (
        <div className="mt-24">
          <Note boxed heading={t('missing', { count: state.missing.length })}>
            <ul className="mt-8">
              {state.missing.map((role) => (
                <li key={role}>
                  <strong>{roles(role)}</strong> {t(`why.${role}`)}
                </li>
              ))}
            </ul>
          </Note>
        </div>
      ) : (
        <div className="mt-24">
          <Note boxed heading={t('complete')}>
            <p className="mt-8">{t('completeNote')}</p>
            <div className="mt-16">
              <Buttons>
                <LinkButton href={stepPath('trial')} kind="second">
                  {t('next')}
                </LinkButton>
              </Buttons>
            </div>
          </Note>
        </div>
      )}
      <PersonForm />
      <Staff />
      <p className="mt-16">
        {t.rich('more', {
          link: (words) => <Anchor href="/admin/people">{words}</Anchor>,
        })}
      </p>
    </>
  );
}

async function Staff() {
  const [t, words, locale, people] = await Promise.all([
    getTranslations('setUp.people'),
    getTranslations('words.role'),
    readerLocale(),
    readStaff(),
  ]);
  return (
    <Rows
      caption={t('caption')}
      columns={[{ label: t('name') }, { label: t('roles') }, { label: t('signedUp') }]}
    >
      {people.map((it) => (
        <Row key={it.id}>
          <Cell head>
            <span lang="zh-CN">{it.name}</span>
            <RowBy>{nameOf(it.unit, locale)}</RowBy>
          </Cell>
          <Cell label={t('roles')}>
            {roleNames
              .filter((role) => it.roles.includes(role))
              .map((role) => words(role))
              .join(dot(locale))}
          </Cell>
          <Cell label={t('signedUp')}>{t(it.passwordHash ? 'yes' : 'notYet')}</Cell>
        </Row>
      ))}
    </Rows>
  );
}
