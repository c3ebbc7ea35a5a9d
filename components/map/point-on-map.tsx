'use client';

import { useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import type { MapSetting } from '@/lib/installation/map-settings';
import { readPoint } from '@/lib/places/point';
import { MapOnDemand } from './map-on-demand';
import type { MapWords } from './map-words';

interface PointOnMapProps {
  point: string;
  setting: MapSetting;
  words: MapWords;
}

const never = () => () => {};

/** Shows one point on a map, once somebody presses for it: until then no service learns which place is looked at. */
export function PointOnMap({ point, setting, words }: PointOnMapProps) {
  const live = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => place.current?.querySelector('button')?.focus());
  };
  if (!live) return null;
  return (
    <div ref={place} className="no-print">
      {open ? (
        <MapOnDemand setting={setting} at={readPoint(point)} words={words} onClose={close} />
      ) : (
        <Button kind="plain" type="button" onClick={() => setOpen(true)}>
          {words.look}
        </Button>
      )}
    </div>
  );
}
