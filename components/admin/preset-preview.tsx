import { Cell, Row, RowBy, RowGroup, Rows } from '@/components/ui/rows';
import type { CategoryRow } from '@/lib/categories/tree';
import type { PresetPlan } from '@/lib/rules/preset-plan';
import { limitWords } from './limit-words';

interface PresetPreviewProps {
  plan: PresetPlan;
  tree: readonly CategoryRow[];
}

/** What new appeals would meet: before and after, only what differs. */
export async function PresetPreview({ plan, tree }: PresetPreviewProps) {
  const words = await limitWords(tree);
  const { t, amount, setting } = words;
  const columns = (['who', 'before', 'after'] as const).map((it) => ({
    label: t(`column.${it}`),
  }));
  const cell = (rows: readonly { text: string; level?: string; source: string }[]) =>
    rows.length === 0 ? (
      <span className="quiet">{t('preset.none')}</span>
    ) : (
      rows.map(({ text, level, source }) => (
        <span key={`${text} ${source}`} className="block">
          <strong className="num">{text}</strong>
          <RowBy>
            {level} <span lang="zh-CN">{source}</span>
          </RowBy>
        </span>
      ))
    );
  const told = (row: PresetPlan['limits'][number]['will'][number]) => ({
    text: row.statutory ? `${amount(row)} ${t('statutory')}` : amount(row),
    level: t(`level.${row.level}`),
    source: row.source,
  });
  const numbers = (row: PresetPlan['settings'][number]['will']) =>
    row ? [{ text: setting(row), source: row.source }] : [];
  return (
    <Rows caption={t('preset.caption')} captionHidden columns={columns}>
      {plan.limits.map((it) => (
        <Row key={`${it.kind} ${it.urgency} ${it.categoryId}`}>
          <Cell head>
            {t(`kind.${it.kind}`)}
            <RowBy>
              {words.urgency(it.urgency)} / {words.category(it.categoryId)}
            </RowBy>
          </Cell>
          <Cell label={t('column.before')}>{cell(it.was.map(told))}</Cell>
          <Cell label={t('column.after')}>{cell(it.will.map(told))}</Cell>
        </Row>
      ))}
      {plan.settings.length > 0 && <RowGroup label={t('settings')} span={3} />}
      {plan.settings.map((it) => (
        <Row key={it.key}>
          <Cell head>{t(`setting.${it.key}`)}</Cell>
          <Cell label={t('column.before')}>{cell(numbers(it.was))}</Cell>
          <Cell label={t('column.after')}>{cell(numbers(it.will))}</Cell>
        </Row>
      ))}
    </Rows>
  );
}
