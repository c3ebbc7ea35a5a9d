'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Button, Buttons } from '@/components/ui/button';
import { fill } from '@/lib/i18n/fill';
import type { MapSetting } from '@/lib/installation/map-settings';
import { type Point, pointText } from '@/lib/places/point';
import { drawMap } from './draw-map';
import type { MapWords } from './map-words';

export interface LiveMapProps {
  setting: MapSetting;
  at: Point | null;
  words: MapWords;
  /** Without it the point is only shown. */
  onUse?: ((point: Point) => void) | undefined;
  onClose(): void;
}

/** A map of the county, moved under a crosshair by finger, mouse or arrow keys; loaded when it is asked for. */
export function LiveMap({ setting, at, words, onUse, onClose }: LiveMapProps) {
  const id = useId();
  const pane = useRef<HTMLDivElement>(null);
  const drawn = useRef<Awaited<ReturnType<typeof drawMap>> | null>(null);
  const begun = useRef({ setting, at, words, mark: !onUse });
  const [said, setSaid] = useState(words.loading);
  const [ready, setReady] = useState(false);

  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const { mark, words: told, ...task } = begun.current;
    let gone = false;
    const tell = () => {
      const map = drawn.current;
      if (!map || mark) return;
      const point = map.centre();
      const area = map.nameAt(point);
      const text = fill(told.at, { point: pointText(point) });
      setSaid(area ? fill(told.within, { at: text, area }) : text);
    };
    drawMap(element, { ...task, mark, words: told, onMove: tell }).then(
      (map) => {
        if (gone) return map.remove();
        drawn.current = map;
        setReady(true);
        setSaid('');
        tell();
        element.focus();
      },
      () => setSaid(told.failed),
    );
    return () => {
      gone = true;
      drawn.current?.remove();
      drawn.current = null;
    };
  }, []);

  return (
    <div className="map-frame">
      <p className="hint" id={`${id}-help`}>
        {onUse ? words.help : words.helpShown}
      </p>
      <div className="map-frame">
        <div
          ref={pane}
          className="map-pane"
          role="application"
          aria-label={onUse ? words.label : words.labelShown}
          aria-describedby={`${id}-help`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the map
          tabIndex={0}
        />
        {onUse && ready && <div className="map-cross" aria-hidden="true" />}
      </div>
      {setting.tiles && <p className="meta">{setting.tiles.credit}</p>}
      <p role="status" className="mt-8">
        {said}
      </p>
      <div className="mt-12">
        <Buttons>
          {onUse && ready && (
            <Button
              kind="second"
              type="button"
              onClick={() => drawn.current && onUse(drawn.current.centre())}
            >
              {words.use}
            </Button>
          )}
          <Button kind="plain" type="button" onClick={onClose}>
            {words.close}
          </Button>
        </Buttons>
      </div>
    </div>
  );
}
