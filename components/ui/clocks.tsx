import type { DueKind } from './due-mark';

export type ClockRow = {
  name: string;
  kind: DueKind;
  mark: React.ReactNode;
  /** How much of the limit is used, 0 to 1; no bar for clocks that stand. */
  used?: number | undefined;
  note?: React.ReactNode;
};

/** Clocks, the running one first. */
export function Clocks({ clocks }: { clocks: readonly ClockRow[] }) {
  return (
    <ul className="clocks">
      {clocks.map(({ name, kind, mark, used, note }) => (
        <li key={name} className={kind}>
          <b>{name}</b>
          <div>
            {mark}
            {used !== undefined && <UsedBar used={used} />}
            {note && <p className="meta">{note}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}

function UsedBar({ used }: { used: number }) {
  const share = Math.round(Math.min(1, Math.max(0, used)) * 100);
  return (
    <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="used" width={share} height="8" />
      {share > 0 && <rect className="edge" x={share - 0.75} width="0.75" height="8" />}
    </svg>
  );
}
