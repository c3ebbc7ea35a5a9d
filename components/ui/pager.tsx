import { Anchor } from './anchor';

type PagerProps = {
  label: string;
  newer?: { href: string; words: string } | undefined;
  older?: { href: string; words: string } | undefined;
};

/** Newer and older, by key; nothing when there is nothing more either way. */
export function Pager({ label, newer, older }: PagerProps) {
  if (!newer && !older) return null;
  return (
    <nav className="applied" aria-label={label}>
      {newer && (
        <Anchor href={newer.href} rel="prev">
          {newer.words}
        </Anchor>
      )}
      {older && (
        <Anchor href={older.href} rel="next">
          {older.words}
        </Anchor>
      )}
    </nav>
  );
}
