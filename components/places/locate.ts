import type { Point } from '@/lib/places/point';

export type Located =
  | { ok: true; point: Point; metres: number }
  | { ok: false; why: 'denied' | 'unavailable' }
  | { ok: false; why: 'coarse'; metres: number };

/** A position known no better than this may be in the next village. */
const mostMetres = 200;
const patienceMs = 20_000;

/** Browsers tell a position on secure pages alone. */
export const canLocate = (): boolean => window.isSecureContext && 'geolocation' in navigator;

/** Where this device is, as well as it knows; the browser asks its owner first. */
export function locate(): Promise<Located> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        const metres = Math.max(1, Math.round(accuracy));
        if (metres > mostMetres) resolve({ ok: false, why: 'coarse', metres });
        else resolve({ ok: true, point: { lat: latitude, lon: longitude }, metres });
      },
      ({ code, PERMISSION_DENIED }) =>
        resolve({ ok: false, why: code === PERMISSION_DENIED ? 'denied' : 'unavailable' }),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 0 },
    );
  });
}
