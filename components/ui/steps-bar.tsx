type StepsBarProps = {
  /** From 1. */
  step: number;
  of: number;
  /** The same in words. */
  words: string;
};

/** How far one is. */
export function StepsBar({ step, of, words }: StepsBarProps) {
  return (
    <p className="steps-bar">
      <i aria-hidden="true">
        {Array.from({ length: of }, (_, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars are their numbers
          <b key={nth} className={nth < step ? 'on' : undefined} />
        ))}
      </i>
      {words}
    </p>
  );
}
