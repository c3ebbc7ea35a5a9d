import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import { getTranslations } from '@/lib/i18n/words';
import type { Preset } from '@/lib/rule-sets/preset';

/** Every figure of a rule set in plain words; a source is quoted in the language it is written in. */
export async function PresetPromises({ preset }: { preset: Preset }) {
  const [t, words, causes] = await Promise.all([
    getTranslations('setUp.rules'),
    getTranslations('words'),
    getTranslations('adminSupervision.cause'),
  ]);
  const figure = (text: string) => <span className="nb whitespace-nowrap">{text}</span>;
  const source = (text: string) => <span lang="zh-CN">{text}</span>;
  return (
    <Rows
      caption={t('caption')}
      captionHidden
      columns={[{ label: t('what') }, { label: t('howMuch') }, { label: t('source') }]}
    >
      {preset.limits.map((it) => (
        <Row key={`${it.kind} ${it.urgency}`}>
          <Cell head>
            {t(`limit.${it.kind}`)}
            {it.urgency && <RowBy>{words(`urgency.${it.urgency}`)}</RowBy>}
          </Cell>
          <Cell>{figure(words(`limitUnit.${it.unit}`, { amount: it.amount }))}</Cell>
          <Cell>{source(it.source)}</Cell>
        </Row>
      ))}
      {preset.settings.map((it) => (
        <Row key={it.key}>
          <Cell head>{t(`setting.${it.key}`)}</Cell>
          <Cell>
            {figure(
              it.unit
                ? words(`limitUnit.${it.unit}`, { amount: it.amount })
                : t('times', { amount: it.amount }),
            )}
          </Cell>
          <Cell>{source(it.source)}</Cell>
        </Row>
      ))}
      {preset.supervision.map((it) => (
        <Row key={`${it.cause} ${it.threshold}`}>
          <Cell head>{causes(`${it.cause}.sentence`, { n: it.threshold })}</Cell>
          <Cell>{figure(t('level', { level: it.level }))}</Cell>
          <Cell>{source(it.source)}</Cell>
        </Row>
      ))}
    </Rows>
  );
}
