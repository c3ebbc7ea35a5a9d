'use client';

import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';

const never = () => () => {};

/** Opens the print dialogue; where there is no JavaScript, words say how to do it by hand. */
export function PrintButton({ words, byHand }: { words: string; byHand: string }) {
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!alive) return <p>{byHand}</p>;
  return (
    <Button type="button" onClick={() => window.print()}>
      {words}
    </Button>
  );
}
