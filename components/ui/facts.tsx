export type Fact = { term: string; detail: React.ReactNode };

type FactsProps = {
  facts: readonly Fact[];
  /** Sets the term above, for the margin. */
  side?: boolean;
  /** For long terms. */
  roomy?: boolean;
};

/** Terms and details between thin rules. */
export function Facts({ facts, side, roomy }: FactsProps) {
  const more = side ? ' side' : roomy ? ' roomy' : '';
  return (
    <dl className={`facts${more}`}>
      {facts.map(({ term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
