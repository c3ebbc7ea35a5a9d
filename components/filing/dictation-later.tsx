'use client';

import { useEffect, useState } from 'react';
import type Dictation from './dictation';

/**
 * Comes after the page, and only where it is allowed: a page that does not offer it does not load it. Not by
 * `next/dynamic`, whose own code every filing page would carry.
 */
export function DictationLater(props: React.ComponentProps<typeof Dictation>) {
  const [Loaded, setLoaded] = useState<typeof Dictation | null>(null);
  useEffect(() => {
    import('./dictation').then(
      (found) => setLoaded(() => found.default),
      // Without it one types.
      () => {},
    );
  }, []);
  return Loaded && <Loaded {...props} />;
}
