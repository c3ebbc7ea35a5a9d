import { Anchor } from '@/components/ui/anchor';
import { type QuickList, QuickLists } from '@/components/ui/filters';
import { type Breakdown, dimensions } from '@/lib/measures/breakdown';
import type { Cut } from '@/lib/measures/cut';
import { measureKeys, origins } from '@/lib/measures/define';
import { type BreakdownPlace, breakdownAddress } from './address';
import { breakdownWords } from './breakdown-words';

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
      <Within place={place} ways={ways} at={at} />
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

/** From all down to the part that is looked at: each step a way back up. */
async function Within({ place, ways, at }: ChoicesProps) {
  const { b, partName } = await breakdownWords(at);
  const to = (cut: Partial<Cut>) => breakdownAddress({ ...place, cut: { ...place.cut, ...cut } });
  const tree = (by: 'topic' | 'area') => {
    const part = place.cut[by];
    if (part === null) return [];
    const above = part.startsWith('.') ? ways[by] : ways[by].slice(0, -1);
    const last = partName(by, part, ways[by].at(-1) ?? null);
    return [
      { key: by, steps: above.map((it) => ({ href: to({ [by]: it.code }), branch: it })), last },
    ];
  };
  const { channel } = place.cut;
  const all = [
    ...tree('topic'),
    ...tree('area'),
    ...(channel
      ? [{ key: 'channel' as const, steps: [], last: partName('channel', channel, null) }]
      : []),
  ];
  if (all.length === 0) return null;
  return (
    <Choice term={b('within')}>
      {all.map(({ key, steps, last }) => (
        <p key={key} className="way">
          <Anchor href={to({ [key]: null })}>{b(`all.${key}`)}</Anchor>
          {steps.map(({ href, branch }) => (
            <span key={href}>
              <i aria-hidden="true">›</i>
              <Anchor href={href}>{partName(key, branch.code, branch)}</Anchor>
            </span>
          ))}
          <span>
            <i aria-hidden="true">›</i>
            <b>{last}</b>
          </span>
        </p>
      ))}
    </Choice>
  );
}
