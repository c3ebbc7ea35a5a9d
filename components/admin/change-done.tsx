import { Notice } from '@/components/ui/note';

interface ChangeDoneProps {
  /** What the address says was done. */
  done: string | undefined;
  /** Deed → its words. */
  words: Record<string, string>;
  children?: React.ReactNode;
}

/** A calm word on what has just been changed. */
export function ChangeDone({ done, words, children }: ChangeDoneProps) {
  const heading = done && Object.hasOwn(words, done) ? words[done] : undefined;
  if (!heading) return null;
  return (
    <div className="mb-24">
      <Notice kind="calm" heading={heading}>
        {children}
      </Notice>
    </div>
  );
}
