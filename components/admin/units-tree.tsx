import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, RowBy, Rows, RowTitle } from '@/components/ui/rows';
import { getTranslations } from '@/lib/i18n/words';
import type { UnitLine } from '@/lib/units/read-units';
import { depthOf } from '@/lib/units/tree';

/** Deeper levels are set like the last one drawn. */
const deepest = 5;

/** The whole tree, each unit under its own. */
export async function UnitsTree({ units }: { units: readonly UnitLine[] }) {
  const [t, words, locale] = await Promise.all([
    getTranslations('adminUnits'),
    getTranslations('words.unitKind'),
    readerLocale(),
  ]);
  const columns = [
    { label: t('unit') },
    { label: t('kind') },
    { label: t('code') },
    { label: t('people'), end: true },
    { label: t('cases'), end: true },
  ];
  return (
    <Rows caption={t('heading')} captionHidden columns={columns}>
      {units.map((unit) => (
        <Row key={unit.id}>
          <Cell head>
            <div className={`branch b${Math.min(depthOf(unit.path), deepest)}`}>
              <RowTitle>
                <Anchor href={`/admin/units/${unit.id}`}>{nameOf(unit, locale)}</Anchor>
              </RowTitle>
              {unit.closedAt && <RowBy>{t('closed')}</RowBy>}
            </div>
          </Cell>
          <Cell beside>{words(unit.kind)}</Cell>
          <Cell label={t('code')} beside>
            {unit.code}
          </Cell>
          <Cell label={t('people')} end beside>
            {unit.people}
          </Cell>
          <Cell label={t('cases')} end beside>
            {unit.cases}
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
