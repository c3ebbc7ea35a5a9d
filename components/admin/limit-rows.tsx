import { Anchor } from '@/components/ui/anchor';
import { DueMark } from '@/components/ui/due-mark';
import { Cell, Row, RowBy, RowGroup, Rows } from '@/components/ui/rows';
import { clockKinds } from '@/lib/appeals/clocks';
import type { CategoryRow } from '@/lib/categories/tree';
import { type ActiveLimit, urgencies } from '@/lib/rules/limit-checks';
import { limitWords } from './limit-words';

interface LimitRowsProps {
  limits: readonly ActiveLimit[];
  tree: readonly CategoryRow[];
  /** Stricter row of a lower level → the row above it. */
  tightened: ReadonlyMap<ActiveLimit, ActiveLimit>;
}

/** Limits in force by clock; what a lower level has tightened carries a mark and both sources. */
export async function LimitRows({ limits, tree, tightened }: LimitRowsProps) {
  const words = await limitWords(tree);
  const { t } = words;
  const columns = (['who', 'amount', 'level', 'source'] as const).map((it) => ({
    label: t(`column.${it}`),
  }));
  return (
    <Rows caption={t('heading')} captionHidden columns={columns}>
      {clockKinds.flatMap((kind) => {
        const own = limits.filter((it) => it.kind === kind).toSorted(byUrgency);
        return [
          <RowGroup key={kind} label={t(`kind.${kind}`)} note={t(`meaning.${kind}`)} span={4} />,
          ...own.map((it) => (
            <Row key={it.id}>
              <Cell head>
                <Anchor href={`/admin/limits/${it.id}`}>{words.urgency(it.urgency)}</Anchor>
                <RowBy>{words.category(it.categoryId)}</RowBy>
              </Cell>
              <Cell label={t('column.amount')}>
                <strong className="num whitespace-nowrap">{words.amount(it)}</strong>
                {it.statutory && <RowBy>{t('statutory')}</RowBy>}
              </Cell>
              <Cell label={t('column.level')}>
                <span className="whitespace-nowrap">{t(`level.${it.level}`)}</span>
              </Cell>
              <Cell label={t('column.source')}>
                <span lang="zh-CN">{it.source}</span>
                <Tightened upper={tightened.get(it)} words={words} />
              </Cell>
            </Row>
          )),
        ];
      })}
    </Rows>
  );
}

const rank = ({ urgency }: ActiveLimit): number => (urgency ? urgencies.indexOf(urgency) : -1);
const byUrgency = (one: ActiveLimit, other: ActiveLimit): number => rank(one) - rank(other);

interface TightenedProps {
  upper: ActiveLimit | undefined;
  words: Awaited<ReturnType<typeof limitWords>>;
}

function Tightened({ upper, words: { t, amount } }: TightenedProps) {
  if (!upper) return null;
  return (
    <RowBy>
      <DueMark kind="yellow" word={t('tightened')} />{' '}
      {t('tightenedThan', { level: t(`level.${upper.level}`), amount: amount(upper) })}{' '}
      <span lang="zh-CN">{upper.source}</span>
    </RowBy>
  );
}
