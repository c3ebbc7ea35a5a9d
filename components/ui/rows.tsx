import type { StillMarkup } from './still';
import { StillBody } from './still-body';
import { tableRoles as as } from './table-roles';

type RowsProps = {
  caption: string;
  /** Where a heading already says what the table shows. */
  captionHidden?: boolean;
  columns: readonly { label: string; end?: boolean }[];
  /** The five columns of an inbox have a layout of their own. */
  inbox?: boolean;
  /** Of more than five columns the heads may break, so that large text fits. */
  many?: boolean;
  /** `still` rows in place of children: for long lists that are asked for often. */
  body?: StillMarkup;
  children?: React.ReactNode;
};

/** A table that becomes a list on narrow screens. */
export function Rows({ caption, captionHidden, columns, inbox, many, body, children }: RowsProps) {
  const className = ['rows', inbox && 'inbox', many && 'many'].filter(Boolean).join(' ');
  return (
    <table className={className} {...as.table}>
      <caption className={captionHidden ? 'away' : undefined}>{caption}</caption>
      <thead {...as.rowgroup}>
        <tr {...as.row}>
          {columns.map(({ label, end }) => (
            <th key={label} {...as.columnheader} scope="col" className={end ? 'r' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {body ? (
        <StillBody as="tbody" {...as.rowgroup} markup={body} />
      ) : (
        <tbody {...as.rowgroup}>{children}</tbody>
      )}
    </table>
  );
}

/** A heading between rows: `已超期 1 件`. */
export function RowGroup({ label, note, span }: { label: string; note?: string; span: number }) {
  return (
    <tr className="group" {...as.row}>
      <th {...as.rowheader} colSpan={span}>
        {label}
        {note && <span className="quiet"> {note}</span>}
      </th>
    </tr>
  );
}

/** `first` is for what is overdue: its `RowGo` is filled with persimmon. */
export function Row({ first, children }: { first?: boolean; children: React.ReactNode }) {
  return (
    <tr {...as.row} className={first ? 'first' : undefined}>
      {children}
    </tr>
  );
}

type CellProps = {
  /** What the column header said; shown only where the header is not. */
  label?: string;
  /** Names the row. */
  head?: boolean;
  /** Numbers, set at the end of the column. */
  end?: boolean;
  /** In the list form it shares a line with its neighbours. */
  beside?: boolean;
  children: React.ReactNode;
};

export function Cell({ label, head, end, beside, children }: CellProps) {
  const className = [end && 'r num', beside && 'beside'].filter(Boolean).join(' ') || undefined;
  const content = (
    <>
      {label && <span className="lbl">{label}</span>}
      {children}
    </>
  );
  return head ? (
    <th {...as.rowheader} scope="row" className={className}>
      {content}
    </th>
  ) : (
    <td {...as.cell} className={className}>
      {content}
    </td>
  );
}

export function RowTitle({ children }: { children: React.ReactNode }) {
  return <span className="title">{children}</span>;
}

/** A lesser line within a cell. */
export function RowBy({ children }: { children: React.ReactNode }) {
  return <span className="by">{children}</span>;
}
