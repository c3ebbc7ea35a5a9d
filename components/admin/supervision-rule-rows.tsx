import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, RowBy, Rows, RowTitle } from '@/components/ui/rows';
import { getTranslations } from '@/lib/i18n/words';
import type { SupervisionRule } from '@/lib/installation/supervision-rules';

/** Each rule as a sentence, with what it starts and where it comes from. */
export async function RuleRows({ rules }: { rules: readonly SupervisionRule[] }) {
  const t = await getTranslations('adminSupervision');
  const columns = (['rule', 'level', 'state'] as const).map((it) => ({
    label: t(`column.${it}`),
  }));
  return (
    <Rows caption={t('caption')} captionHidden columns={columns}>
      {rules.map((it) => {
        const sentence = t(`cause.${it.cause}.sentence`, { n: it.threshold });
        return (
          <Row key={it.id}>
            <Cell head>
              <RowTitle>
                <Anchor href={`/admin/supervision/rules/${it.id}`}>{sentence}</Anchor>
              </RowTitle>
              <RowBy>
                <span lang="zh-CN">{it.source}</span>
              </RowBy>
            </Cell>
            <Cell label={t('column.level')} beside>
              {t('levelName', { level: it.level })}
            </Cell>
            <Cell label={t('column.state')} beside>
              {t(it.enabled ? 'on' : 'off')}
            </Cell>
          </Row>
        );
      })}
    </Rows>
  );
}
