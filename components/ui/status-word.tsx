import { Mark } from './marks';

export type StatusRing =
  | 'filed'
  | 'dispatched'
  | 'accepted'
  | 'contacted'
  | 'resolved'
  | 'closed'
  | 'parked';

/** A status in ink, its ring in jade; the ring grows as the case does. */
export function StatusWord({ ring, children }: { ring: StatusRing; children: React.ReactNode }) {
  return (
    <span className="status">
      <Mark name={ring} />
      {children}
    </span>
  );
}

/** Which round; the second and later ones stand out. */
export function RoundWord({ again, children }: { again: boolean; children: React.ReactNode }) {
  return <span className={again ? 'round again' : 'round'}>{children}</span>;
}
