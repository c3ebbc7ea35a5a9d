import { aboveByChance, type Grid } from '@/lib/measures/place-topics';
import { breakdownWords } from './breakdown-words';
import { percent } from './percent';
import { placeTopicWords } from './place-topic-words';

/** What the marks of the table mean, which cells have them, and how many would by chance. */
export async function GridReading({ found, at }: { found: Grid; at: Date }) {
  const [{ partName }, { g, telling }] = await Promise.all([
    breakdownWords(at),
    placeTopicWords(at),
  ]);
  const { whole, compared, areas, topics, cells } = found;
  if (whole.open === 0) return null;
  const hot = cells.flatMap((row, nth) =>
    row.flatMap((cell, column) => {
      const [area, topic] = [areas[nth], topics[column]];
      if (cell.above === 'no' || !area || !topic) return [];
      const names = {
        area: partName('area', area.part, area.branch),
        topic: partName('topic', topic.part, topic.branch),
      };
      return [g('cellName', { ...names, listed: cell.listed, open: cell.open })];
    }),
  );
  const list = new Intl.ListFormat(telling.locale, { type: 'unit' });
  const average = percent(Math.min(1, whole.listed / whole.open));
  return (
    <>
      <p className="mt-16">{hot.length > 0 ? g('hot', { names: list.format(hot) }) : g('noHot')}</p>
      <ul className="grid-key" aria-label={g('key.heading')}>
        <li>
          <i className="high" aria-hidden="true" /> {g('key.high', { percent: average })}
        </li>
        <li>
          <i className="veryHigh" aria-hidden="true" /> {g('key.veryHigh')}
        </li>
        <li>
          <i aria-hidden="true" /> {g('key.plain')}
        </li>
      </ul>
      <p className="meta mt-4">
        {g('chance', { n: compared, chance: (compared * aboveByChance).toFixed(1) })}
      </p>
    </>
  );
}
