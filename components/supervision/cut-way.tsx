import { Anchor } from '@/components/ui/anchor';
import type { Branch } from '@/lib/measures/branches';
import type { Cut } from '@/lib/measures/cut';
import { breakdownWords } from './breakdown-words';

type CutWayProps = {
  cut: Cut;
  ways: { topic: readonly Branch[]; area: readonly Branch[] };
  /** The page with another cut. */
  to(cut: Cut): string;
  at: Date;
};

/** From all down to the part that is looked at: each step a way back up. Nothing for the whole. */
export async function CutWay({ cut, ways, to, at }: CutWayProps) {
  const { b, partName } = await breakdownWords(at);
  const tree = (by: 'topic' | 'area') => {
    const part = cut[by];
    if (part === null) return [];
    const above = part.startsWith('.') ? ways[by] : ways[by].slice(0, -1);
    const last = partName(by, part, ways[by].at(-1) ?? null);
    return [{ by, above, last }];
  };
  const { channel } = cut;
  const all = [
    ...tree('topic'),
    ...tree('area'),
    ...(channel
      ? [{ by: 'channel' as const, above: [], last: partName('channel', channel, null) }]
      : []),
  ];
  return all.map(({ by, above, last }) => (
    <p key={by} className="way">
      <Anchor href={to({ ...cut, [by]: null })}>{b(`all.${by}`)}</Anchor>
      {above.map((it) => (
        <span key={it.code}>
          <i aria-hidden="true">›</i>
          <Anchor href={to({ ...cut, [by]: it.code })}>{partName(by, it.code, it)}</Anchor>
        </span>
      ))}
      <span>
        <i aria-hidden="true">›</i>
        <b>{last}</b>
      </span>
    </p>
  ));
}
