import type { Figure } from '@/lib/recount/figures';
import type { ShareDifference, SumDifference } from '@/lib/recount/kept';
import type { Difference, Recounted } from '@/lib/recount/results';

const parts = ['due', 'answered', 'yes', 'late', 'heard', 'heardYes'] as const;

const rowOf = (it: Figure): string[] => [
  it.month,
  it.unit === null ? 'county' : `${it.unit}${it.subtree ? '/…' : ''}`,
  it.measure,
  it.origin,
  ...parts.slice(0, 3).map((part) => `${it.published[part]}`),
  ...parts.slice(0, 3).map((part) => `${it.recounted[part]}`),
  it.differs ? differenceOf(it) : '=',
];

/** Signed: what the pages show too much or too little of. */
const differenceOf = (it: Figure): string =>
  [...apart(it), ...apart(it.leftOut).map((part) => `left out: ${part}`)].join(', ');

const apart = ({ published, recounted }: Pick<Figure, 'published' | 'recounted'>): string[] =>
  parts
    .filter((part) => published[part] !== recounted[part])
    .map((part) => {
      const by = published[part] - recounted[part];
      return `${part} ${by > 0 ? '+' : '−'}${Math.abs(by)}`;
    });

const head = ['month', 'of', 'measure', 'origin', 'shown: due', 'answered', 'yes']
  .concat(['from the log: due', 'answered', 'yes'])
  .concat('difference');

/** County and, where they differ or are asked for, units. */
export function tableWords(figures: readonly Figure[], units: boolean): string[] {
  const shown = figures.filter((it) => it.unit === null || it.differs || units);
  const rows = [head, ...shown.map(rowOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((it) => it[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column > 3 && column < 10
          ? cell.padStart(widths[column] ?? 0)
          : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

const side = (it: Difference): string =>
  it.recounted === 0
    ? 'shown, not in the log'
    : it.published === 0
      ? 'in the log, not shown'
      : 'twice';

/** The cases behind the differences, those of one row after another. */
const differenceWords = (differences: readonly Difference[]): string[] =>
  differences.map((it) =>
    [
      `${it.caseNumber ?? it.id} round ${it.round}: ${it.measure} ${it.answer ?? 'no answer'}`,
      ...(it.heard === null ? [] : [`heard ${it.heard}`]),
      ...(it.late ? ['late'] : []),
      ...(it.leftOut ? ['left out'] : []),
      ...(it.millis === null ? [] : [`after ${Math.round(it.millis / 1000)} s`]),
      `at ${new Date(it.at).toISOString()} (${side(it)})`,
    ].join(', '),
  );

/** What stands below the table. */
export function summaryWords(
  found: Recounted,
  figures: readonly Figure[],
  seconds: number,
): string[] {
  const { cases, events, untold, differing, differences, paths, window } = found;
  const wrong = figures.filter((it) => it.differs).length;
  return [
    ...differenceWords(differences),
    ...(differing > differences.length
      ? [`… and ${differing - differences.length} rows more`]
      : []),
    ...paths.map((it) => `${it}: a unit stands there with a path that is not its own`),
    ...windowWords(found),
    ...keptWords(found),
    ...(untold > 0
      ? [`${untold} cases were filed before the log told enough: they are in neither column`]
      : []),
    `${cases} cases, ${events} steps, ${figures.length} figures, ${window?.numbers ?? 0} numbers of the public window; ` +
      `${wrong} figures and ${differing} rows differ, after ${seconds.toFixed(1)} s`,
  ];
}

const windowWords = ({ window }: Recounted): string[] =>
  (window?.differences ?? []).map(
    (it) =>
      `public window, ${it.span}, ${it.part} (category ${it.category ?? 'none'}, area ${it.area ?? 'none'}): ` +
      `shown ${it.published}, from the log ${it.recounted}`,
  );

const kindWords = (it: ShareDifference | SumDifference): string =>
  [
    it.key,
    it.origin ?? 'of no kind that is known',
    ...(it.answer === null ? [] : [it.answer]),
    ...(it.heard === null ? [] : [`heard ${it.heard}`]),
    ...(it.late ? ['late'] : []),
    ...(it.took === null ? [] : [`after ${Math.round(it.took / 1000)} s`]),
    `unit ${it.unitId ?? 'none'}`,
  ].join(', ');

/** What is kept added up: sums that are not what their cases come to, and cases that are kept otherwise than the log has them. */
function keptWords({ kept }: Recounted): string[] {
  if (!kept) return ['Nothing is kept added up by this release: no roll-up was compared'];
  const shown = kept.shares.length + kept.sumsApart.length;
  return [
    ...kept.shares.map(
      (it) =>
        `roll-ups, ${it.caseNumber ?? it.id} on ${it.on}: ${kindWords(it)}: kept ${it.kept}, from the log ${it.recounted}`,
    ),
    ...kept.sumsApart.map(
      (it) =>
        `roll-ups, ${it.grain} ${it.on}, ${it.part}: ${kindWords(it)}: kept ${it.kept}, from the cases ${it.ofCases}`,
    ),
    ...(kept.differing > shown ? [`… and ${kept.differing - shown} of the roll-ups more`] : []),
    `Roll-ups up to ${kept.upTo}: ${kept.rows} rows of cases and ${kept.sums} sums compared, ${kept.differing} differ; ` +
      `${kept.lagging} cases have changed since and are left out`,
  ];
}
