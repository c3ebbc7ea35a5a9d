import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, RowGroup, Rows } from '@/components/ui/rows';
import { getTranslations } from '@/lib/i18n/words';
import type { KnownArea } from '@/lib/places/area';

/** Places by the unit that has them. */
export async function AreaRows({ areas }: { areas: readonly KnownArea[] }) {
  const t = await getTranslations('adminAreas');
  const columns = (['name', 'aliases', 'outline'] as const).map((it) => ({
    label: t(`column.${it}`),
  }));
  const units = [...new Map(areas.map((it) => [it.unitId, it.unitName]))];
  return (
    <Rows caption={t('heading')} captionHidden columns={columns}>
      {units.flatMap(([unitId, unitName]) => [
        <RowGroup key={unitId} label={unitName} span={columns.length} />,
        ...areas
          .filter((it) => it.unitId === unitId)
          .map((it) => (
            <Row key={it.id}>
              <Cell head>
                <Anchor href={`/admin/areas/${it.id}`}>
                  <span lang="zh-CN">{it.name}</span>
                </Anchor>
              </Cell>
              <Cell label={t('column.aliases')}>
                <span lang="zh-CN">{it.aliases.join('、')}</span>
              </Cell>
              <Cell label={t('column.outline')} beside>
                {t(it.outline ? 'drawn' : 'notDrawn')}
              </Cell>
            </Row>
          )),
      ])}
    </Rows>
  );
}
