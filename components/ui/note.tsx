import { Mark } from './marks';

type NoteProps = {
  heading?: string;
  boxed?: boolean;
  /** Level of the heading. */
  level?: 2 | 3;
  children: React.ReactNode;
};

/** Something worth knowing, beside or between. */
export function Note({ heading, boxed, level = 2, children }: NoteProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={boxed ? 'note box' : 'note'}>
      {heading && <Heading>{heading}</Heading>}
      {children}
    </div>
  );
}

type NoticeProps = {
  /** fault: it went wrong, and not by the reader's doing · calm: something changed meanwhile. */
  kind: 'fault' | 'calm';
  heading: string;
  children: React.ReactNode;
};

/** What just happened, told at once to screen readers as well. */
export function Notice({ kind, heading, children }: NoticeProps) {
  return (
    <div
      className={kind === 'fault' ? 'summary' : 'note box notice'}
      role={kind === 'fault' ? 'alert' : 'status'}
    >
      <h2>
        {kind === 'fault' && <Mark name="stop" />}
        {heading}
      </h2>
      {children}
    </div>
  );
}
