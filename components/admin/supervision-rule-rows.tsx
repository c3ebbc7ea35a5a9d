import { getTranslations } from 'next-intl/server';
import { RowGo } from '@/components/ui/row-go';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import type { SupervisionRule } from '@/lib/installation/supervision-rules';

/** Each rule as a sentence, with what it starts and where it comes from. */
export async function RuleRows({ rules }: { rules: readonly SupervisionRule[] }) {
  const t = await getTranslations('adminSupervision');
  const columns = (['rule', 'level', 'state', 'change'] as const).map((it) => ({
    label: t(`column.${it}`),
  }));
  return (
    <Rows caption={t('caption')} captionHidden columns={columns}>
      {rules.map((it) => {
        const sentence = t(`cause.${it.cause}.sentence`, { n: it.threshold });
        return (
          <Row key={it.id}>
            <Cell head>
              {sentence}
              <RowBy>
                <span lang="zh-CN">{it.source}</span>
              </RowBy>
            </Cell>
            <Cell>{t('levelName', { level: it.level })}</Cell>
            <Cell label={t('column.state')}>{t(it.enabled ? 'on' : 'off')}</Cell>
            <Cell>
              <RowGo href={`/admin/supervision/rules/${it.id}`} about={sentence}>
                {t('column.change')}
              </RowGo>
            </Cell>
          </Row>
        );
      })}
    </Rows>
  );
}
