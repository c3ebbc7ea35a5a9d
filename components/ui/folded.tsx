type FoldedProps = {
  /** Says what lies below, and how much of it. */
  summary: string;
  children: React.ReactNode;
};

/** What few look for, a press away; without a script too, and open on paper. */
export function Folded({ summary, children }: FoldedProps) {
  return (
    <details>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
