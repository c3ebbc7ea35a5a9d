import { Mark } from './marks';

type EmptyProps = {
  /** done: nothing left to do · missing: not found. */
  kind: 'done' | 'missing';
  heading: string;
  level?: 1 | 2 | 3;
  children: React.ReactNode;
};

/** Nothing here: what is so, and what to do next. */
export function Empty({ kind, heading, level = 2, children }: EmptyProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty">
      <Mark name={kind === 'done' ? 'closed' : 'wait'} />
      <div>
        <Heading>{heading}</Heading>
        {children}
      </div>
    </div>
  );
}
