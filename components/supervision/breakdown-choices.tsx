import { type QuickList, QuickLists } from '@/components/ui/filters';
import { type Breakdown, dimensions } from '@/lib/measures/breakdown';
import { type Cut, isWhole } from '@/lib/measures/cut';
import { measureKeys, origins } from '@/lib/measures/define';
import { type BreakdownPlace, breakdownAddress } from './address';
import { breakdownWords } from './breakdown-words';
import { CutWay } from './cut-way';

type ChoicesProps = { place: BreakdownPlace & { cut: Cut }; ways: Breakdown['ways']; at: Date };

/** Everything that can be asked otherwise, as links: a figure, by what, of whom, and out of which part. */
export async function BreakdownChoices({ place, ways, at }: ChoicesProps) {
  const { t, b, originWords } = await breakdownWords(at);
  const lists = <Key extends string>(
    all: readonly Key[],
    present: Key,
    change: (key: Key) => Partial<BreakdownPlace>,
    words: (key: Key) => string,
  ): QuickList[] =>
    all.map((key) => ({
      href: breakdownAddress({ ...place, ...change(key) }),
      words: words(key),
      current: key === present,
    }));
  return (
    <dl className="asked">
      <Choice term={b('chooseMeasure')}>
        <QuickLists
          label={b('chooseMeasure')}
          lists={lists(
            measureKeys,
            place.measure,
            (measure) => ({ measure }),
            (key) => t(`measure.${key}.name`),
          )}
        />
      </Choice>
      <Choice term={b('chooseBy')}>
        <QuickLists
          label={b('chooseBy')}
          lists={lists(
            dimensions,
            place.by,
            (by) => ({ by }),
            (key) => b(`by.${key}`),
          )}
        />
      </Choice>
      {place.by !== 'origin' && (
        <Choice term={b('chooseOrigin')}>
          <QuickLists
            label={b('chooseOrigin')}
            lists={lists(origins, place.origin, (origin) => ({ origin }), originWords)}
          />
        </Choice>
      )}
      {!isWhole(place.cut) && (
        <Choice term={b('within')}>
          <CutWay
            cut={place.cut}
            ways={ways}
            to={(cut) => breakdownAddress({ ...place, cut })}
            at={at}
          />
        </Choice>
      )}
    </dl>
  );
}

function Choice({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
