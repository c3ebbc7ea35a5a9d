'use client';

import { useEffect, useState } from 'react';
import type { LiveMapProps } from './live-map';

type LiveMap = typeof import('./live-map').LiveMap;

/** The map and all it needs, fetched when somebody has asked for it and not before. */
export function MapOnDemand(props: LiveMapProps) {
  const [found, setFound] = useState<{ LiveMap: LiveMap } | 'none' | null>(null);
  useEffect(() => {
    import('./live-map').then(setFound, () => setFound('none'));
  }, []);
  if (found && found !== 'none') return <found.LiveMap {...props} />;
  const { loading, failed } = props.words;
  return (
    <p role="status" className="mt-8">
      {found === 'none' ? failed : loading}
    </p>
  );
}
