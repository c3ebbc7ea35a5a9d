import { placeKey } from './place-keys';
import { pointText, readPoint } from './point';

interface ToldOfPlace {
  /** The address as it was typed. */
  typed: string;
  /** The name of a place picked from the list. */
  picked: string | null;
  /** A point, as `readPoint` reads it. */
  point: string;
}

/**
 * Where something is, in words: the address, with the place that was picked where the address does not speak
 * of it; without either the point's own figures. Empty where nothing was told.
 */
export function placeTold({ typed, picked, point }: ToldOfPlace): string {
  const address = typed.trim();
  if (picked && !placeKey(address).includes(placeKey(picked))) {
    return [picked, address].filter(Boolean).join(' ');
  }
  const at = address ? null : readPoint(point);
  return at ? pointText(at) : address;
}
