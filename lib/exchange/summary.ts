import type { ImportFigures } from './figures';
import type { Progress } from './replay';

/** What a run did and what the whole import shows, line by line. */
export function summaryOf(counts: Progress, figures: ImportFigures): string[] {
  const { resolved, medianDays, late } = figures;
  const days = medianDays === null ? 'none replied to' : `${medianDays.toFixed(1)}`;
  const share = resolved
    ? `${((late / resolved) * 100).toFixed(1)} % (${late} of ${resolved})`
    : '–';
  return [
    `read                    ${counts.read}`,
    `filed                   ${counts.filed}`,
    ...(counts.continued ? [`continued               ${counts.continued}`] : []),
    `resolved                ${counts.resolved}`,
    `skipped, already there  ${counts.there}`,
    `skipped, bad            ${counts.bad}`,
    'The whole import so far:',
    `median days to reply    ${days}`,
    `past the promise        ${share}`,
  ];
}
