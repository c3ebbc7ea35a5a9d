type ColumnsProps = {
  /** wide: 22 rem of margin · case: the margin comes second on phones, before the third child. */
  kind?: 'wide' | 'case';
  children: React.ReactNode;
};

/** Text and margin: the first child is the text. */
export function Columns({ kind, children }: ColumnsProps) {
  const more = kind === 'case' ? ' wide case' : kind === 'wide' ? ' wide' : '';
  return <div className={`cols${more}`}>{children}</div>;
}
