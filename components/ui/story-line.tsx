import { Mark, type MarkName } from './marks';

/**
 * said: the resident spoke · echo: someone acted · answer: an answer given · wait: still owed ·
 * turn: owed by the reader, now · note: internal.
 */
export type StoryKind = 'said' | 'echo' | 'answer' | 'wait' | 'turn' | 'note';

const looks: Record<StoryKind, { mark: MarkName; className?: string }> = {
  said: { mark: 'said', className: 'said' },
  echo: { mark: 'echo' },
  answer: { mark: 'answer' },
  wait: { mark: 'wait', className: 'ahead' },
  turn: { mark: 'wait', className: 'next' },
  note: { mark: 'note', className: 'inside' },
};

type StoryLineProps = {
  flush?: boolean;
  children: React.ReactNode;
};

/** One round, oldest first; `flush` has no column for the time. */
export function StoryLine({ flush, children }: StoryLineProps) {
  return <ol className={flush ? 'story flush' : 'story'}>{children}</ol>;
}

type StoryItemProps = {
  kind: StoryKind;
  when?: string | undefined;
  /** Machine-readable instant of `when`. */
  dateTime?: string | undefined;
  /** How long the one before had to wait: `14 分钟后`. */
  gap?: string | undefined;
  by?: React.ReactNode;
  /** The line onward is dotted: what follows is still owed. */
  dotted?: boolean;
  children?: React.ReactNode;
};

export function StoryItem({ kind, when, dateTime, gap, by, dotted, children }: StoryItemProps) {
  const { mark, className } = looks[kind];
  return (
    <li className={[className, dotted && 'wait'].filter(Boolean).join(' ') || undefined}>
      <Mark name={mark} />
      <p className="when">
        {when && (dateTime ? <time dateTime={dateTime}>{when}</time> : when)}
        {when && gap && ' '}
        {gap && <b className={when ? undefined : 'alone'}>{gap}</b>}
      </p>
      <div className="what">
        {by && <p className="by">{by}</p>}
        {children}
      </div>
    </li>
  );
}

/** The resident's own words, larger than ours; their line breaks are kept. */
export function Said({
  loud,
  lang,
  children,
}: {
  loud?: boolean;
  lang?: string;
  children: string;
}) {
  return (
    <p className={loud ? 'say loud' : 'say'} lang={lang}>
      {children}
    </p>
  );
}

/** A lesser line beneath an event. */
export function StoryDetail({ children }: { children: React.ReactNode }) {
  return <p className="sub">{children}</p>;
}

export function RoundHead({ children }: { children: React.ReactNode }) {
  return <h3 className="round-head">{children}</h3>;
}
