export type BigNumberProps = { label: string; words: string; note?: React.ReactNode };

/** The two largest things on a receipt, between heavy rules. */
export function BigNumbers({ items }: { items: readonly BigNumberProps[] }) {
  return (
    <div className="pair">
      {items.map((item) => (
        <BigNumber key={item.label} {...item} />
      ))}
    </div>
  );
}

function BigNumber({ label, words, note }: BigNumberProps) {
  return (
    <div>
      <h2 className="meta">{label}</h2>
      <p className="bignum num">{words}</p>
      {note && <p className="meta">{note}</p>}
    </div>
  );
}
