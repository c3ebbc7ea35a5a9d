'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useFormField } from '@/components/forms/form-context';
import { FormCheckbox } from '@/components/forms/form-fields';
import { MapOnDemand } from '@/components/map/map-on-demand';
import type { MapWords } from '@/components/map/map-words';
import { Button, Buttons } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { fill } from '@/lib/i18n/fill';
import type { MapSetting } from '@/lib/installation/map-settings';
import { type Point, pointText, readPoint } from '@/lib/places/point';
import { canLocate, type Located, locate } from './locate';
import type { PointWords } from './point-words';

interface PointFieldProps {
  /** As it is kept; empty where there is none. */
  point: string;
  words: PointWords;
  /** Null where there is nothing to draw a map of. */
  map: { setting: MapSetting; words: MapWords } | null;
}

/**
 * A point beside the address: where this device is, or set on a map. Without scripts a point that is there can be left out, and
 * nothing else is shown.
 */
export function PointField({ point, ...rest }: PointFieldProps) {
  const { key, id, value, error } = useFormField('point', point);
  const start = typeof value === 'string' ? value : '';
  return <LivePoint key={key} id={id} start={start} error={error} {...rest} />;
}

interface LivePointProps extends Omit<PointFieldProps, 'point'> {
  id: string;
  start: string;
  error: string | undefined;
}

const never = () => () => {};

function LivePoint({ id, start, error, words, map }: LivePointProps) {
  const live = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const located = useSyncExternalStore(never, canLocate, () => false);
  const [point, setPoint] = useState(start);
  const [said, setSaid] = useState('');
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLDivElement>(null);
  const told = useRef(start);

  // Whatever keeps the form while it is filled in hears of it as of any other field.
  useEffect(() => {
    if (told.current === point) return;
    told.current = point;
    input.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [point]);

  async function here() {
    setSaid(words.locating);
    const found = await locate();
    if (found.ok) setPoint(pointText(found.point));
    setSaid(wordsOf(found, words));
  }

  function close() {
    setOpen(false);
    // Back to where the map was asked for.
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  }

  function use(chosen: Point) {
    setPoint(pointText(chosen));
    setSaid(map?.words.used ?? '');
    close();
  }

  function drop() {
    setPoint('');
    setSaid(words.dropped);
  }

  const mapped = live && map;
  if (!point && !located && !mapped && !error && !said) return null;
  return (
    <fieldset className={error ? 'field wrong' : 'field'} aria-describedby={`${id}-hint`}>
      <legend>{words.heading}</legend>
      <p className="hint" id={`${id}-hint`}>
        {words.hint}
      </p>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <input ref={input} id={id} type="hidden" name="point" value={point} />
      {point && <p className="mt-8">{fill(words.chosen, { point })}</p>}
      {live ? (
        <div className="mt-12">
          <Buttons>
            {located && (
              <Button kind="second" type="button" onClick={here}>
                {words.locate}
              </Button>
            )}
            {map && !open && (
              <div ref={opener} className="contents">
                <Button kind="second" type="button" onClick={() => setOpen(true)}>
                  {map.words.open}
                </Button>
              </div>
            )}
            {point && (
              <Button kind="plain" type="button" onClick={drop}>
                {words.drop}
              </Button>
            )}
          </Buttons>
        </div>
      ) : (
        <FormCheckbox name="dropPoint" label={words.drop} />
      )}
      {mapped && open && (
        <MapOnDemand
          setting={map.setting}
          at={readPoint(point)}
          words={map.words}
          onUse={use}
          onClose={close}
        />
      )}
      <p role="status" className="mt-8">
        {said}
      </p>
    </fieldset>
  );
}

const wordsOf = (found: Located, words: PointWords): string =>
  found.ok
    ? fill(words.located, { metres: found.metres })
    : found.why === 'coarse'
      ? fill(words.coarse, { metres: found.metres })
      : words[found.why];
