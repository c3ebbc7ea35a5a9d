import { Anchor } from '@/components/ui/anchor';
import { tableRoles as as } from '@/components/ui/table-roles';
import type { Cut } from '@/lib/measures/cut';
import type { Grid, GridCell, Side, UnservedKey } from '@/lib/measures/place-topics';
import { listAddress, type Place, placesAddress } from './address';
import { breakdownWords } from './breakdown-words';
import { placeTopicWords } from './place-topic-words';

type GridPlace = Place & { cut: Cut };
type GridTableProps = { place: GridPlace; list: UnservedKey; found: Grid; at: Date };

/**
 * A table that scrolls within itself, and on narrow screens is a list: under each place the subjects that have
 * something. Whoever lies outside of chance is framed, and says so in words.
 */
export async function GridTable({ place, list, found, at }: GridTableProps) {
  const [{ t, partName }, { g }] = await Promise.all([breakdownWords(at), placeTopicWords(at)]);
  const cut = (part: Partial<Cut>) => ({ ...place, cut: { ...place.cut, ...part } });
  const named = (by: 'area' | 'topic', { part, branch }: Side) => partName(by, part, branch);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="grid-scroll" aria-label={g('region')} tabIndex={0}>
      <table className="grid-table" {...as.table}>
        <caption className="away">{g('caption', { list: t(`list.${list}`) })}</caption>
        <thead {...as.rowgroup}>
          <tr {...as.row}>
            <th scope="col" {...as.columnheader}>
              {g('place')}
            </th>
            {found.topics.map((side) => (
              <th key={side.part} scope="col" {...as.columnheader}>
                <Deeper
                  href={side.deeper ? placesAddress(cut({ topic: side.part }), list) : null}
                  words={named('topic', side)}
                />
              </th>
            ))}
            <th scope="col" {...as.columnheader}>
              {g('all')}
            </th>
          </tr>
        </thead>
        <tbody {...as.rowgroup}>
          {found.areas.map((area, row) => (
            <tr key={area.part} {...as.row}>
              <th scope="row" {...as.rowheader}>
                <Deeper
                  href={area.deeper ? placesAddress(cut({ area: area.part }), list) : null}
                  words={named('area', area)}
                />
              </th>
              {found.topics.map((topic, column) => (
                <Square
                  key={topic.part}
                  cell={found.cells[row]?.[column]}
                  href={listAddress(list, cut({ area: area.part, topic: topic.part }))}
                  area={named('area', area)}
                  topic={named('topic', topic)}
                  at={at}
                />
              ))}
              <Square
                cell={found.byArea[row]}
                href={listAddress(list, cut({ area: area.part }))}
                area={named('area', area)}
                topic={g('all')}
                at={at}
              />
            </tr>
          ))}
          <tr className="sum" {...as.row}>
            <th scope="row" {...as.rowheader}>
              {g('all')}
            </th>
            {found.topics.map((topic, column) => (
              <Square
                key={topic.part}
                cell={found.byTopic[column]}
                href={listAddress(list, cut({ topic: topic.part }))}
                area={g('all')}
                topic={named('topic', topic)}
                at={at}
              />
            ))}
            <Square
              cell={found.whole}
              href={listAddress(list, place)}
              area={g('all')}
              topic={g('all')}
              at={at}
            />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

const Deeper = ({ href, words }: { href: string | null; words: string }) =>
  href ? <Anchor href={href}>{words}</Anchor> : words;

type SquareProps = {
  cell: GridCell | undefined;
  href: string;
  area: string;
  topic: string;
  at: Date;
};

async function Square({ cell, href, area, topic, at }: SquareProps) {
  const { g } = await placeTopicWords(at);
  if (!cell || (cell.open === 0 && cell.listed === 0)) {
    return (
      <td className="none" {...as.cell}>
        <span className="quiet">–</span>
      </td>
    );
  }
  const { listed, open, above } = cell;
  const marked = above === 'no' ? '' : g(above);
  return (
    <td className={above === 'no' ? undefined : above} {...as.cell}>
      <Anchor
        href={href}
        aria-label={[g('cellName', { area, topic, listed, open }), marked]
          .filter(Boolean)
          .join(' ')}
      >
        <span className="lbl" aria-hidden="true">
          {topic}
        </span>
        <b>{listed}</b>
        <small>{g('of', { open })}</small>
        {above !== 'no' && <i aria-hidden="true">{marked}</i>}
      </Anchor>
    </td>
  );
}
