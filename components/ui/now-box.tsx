type NowBoxProps = {
  /** Needed when there is a heading: names the region. */
  id: string;
  heading: string;
  /** The heading is only for screen readers. */
  silent?: boolean;
  /** Less space: for a quotation. */
  tight?: boolean;
  children: React.ReactNode;
};

/** What needs the reader now; at most one on a page. */
export function NowBox({ id, heading, silent, tight, children }: NowBoxProps) {
  return (
    <section className={tight ? 'now-box tight' : 'now-box'} aria-labelledby={id}>
      <h2 id={id} className={silent ? 'away' : undefined}>
        {heading}
      </h2>
      {children}
    </section>
  );
}
