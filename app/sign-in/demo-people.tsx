import { Cell, Row, RowBy, Rows, RowTitle } from '@/components/ui/rows';
import { nameIn } from '@/lib/i18n/names';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { castPeople, castUnits, demoPassword } from '@/prisma/seed/cast';

/** The people of the demo with the password they share. Rendered only where the demo is installed. */
export async function DemoPeople() {
  const [t, words, locale] = await Promise.all([
    getTranslations('signIn'),
    getTranslations('words'),
    getLocale(),
  ]);
  const units = new Map(castUnits.map((it) => [it.code, nameIn(locale, it)] as const));
  const columns = [t('demo.name'), t('demo.does'), t('login'), t('password')];
  return (
    <section aria-labelledby="demo">
      <div className="part-head">
        <h2 id="demo">{t('demo.heading')}</h2>
        <p className="meta">{t('demo.only')}</p>
      </div>
      <Rows caption={t('demo.heading')} captionHidden columns={columns.map((label) => ({ label }))}>
        {castPeople.map((person) => (
          <Row key={person.login}>
            <Cell head>
              <RowTitle>
                <span lang="zh-CN">{person.name}</span>
              </RowTitle>
            </Cell>
            <Cell>
              {person.roles.map((role) => words(`role.${role}`)).join(t('demo.and'))}
              <RowBy>{units.get(person.unit)}</RowBy>
            </Cell>
            <Cell label={t('login')} beside>
              {person.login}
            </Cell>
            <Cell label={t('password')} beside>
              {demoPassword}
            </Cell>
          </Row>
        ))}
      </Rows>
      <p className="meta mt-16">{t('recorded')}</p>
    </section>
  );
}
