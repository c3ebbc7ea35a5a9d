import { z } from 'zod';
import { forgetInstallation } from '@/lib/appeals/queries/front';
import { db } from '@/lib/db/client';
import { choice, line, optional, pointOnMap, wholeNumber } from '@/lib/fields';
import type { PersonActor } from '@/lib/people/actor';
import { pointOf, pointText, readPoint } from '@/lib/places/point';
import { isTileUrl } from '@/lib/places/tile-url';
import { changeInstallation } from './change-installation';

export const tileSystems = ['wgs84', 'gcj02'] as const;

export const mapZooms = { min: 3, max: 18 } as const;

/** Tiles want somebody to be named for them and a place to begin; without tiles all of it may be empty. */
export const mapInput = z
  .object({
    tileUrl: optional(line(500).refine(isTileUrl, 'wrongTileUrl')),
    tileCredit: optional(line(200)),
    tileSystem: choice(tileSystems),
    mapCentre: optional(pointOnMap()),
    mapZoom: optional(wholeNumber(mapZooms.min, mapZooms.max)),
  })
  .superRefine(({ tileUrl, tileCredit, mapCentre }, context) => {
    if (!tileUrl) return;
    for (const [name, value] of Object.entries({ tileCredit, mapCentre })) {
      if (!value) context.addIssue({ code: 'custom', path: [name], message: 'neededForTiles' });
    }
  });

/** What a map shows and where it begins; degrees are WGS-84. */
export interface MapSetting {
  /** Null: the county's own outlines are drawn. */
  tiles: { url: string; credit: string; system: (typeof tileSystems)[number] } | null;
  /** Null: wherever the outlines are. */
  start: { lat: number; lon: number; zoom: number } | null;
}

interface Row {
  tileUrl: string | null;
  tileCredit: string | null;
  tileSystem: string;
  mapLat: number | null;
  mapLon: number | null;
  mapZoom: number | null;
}

const select = {
  tileUrl: true,
  tileCredit: true,
  tileSystem: true,
  mapLat: true,
  mapLon: true,
  mapZoom: true,
} as const;

const usualZoom = 13;

/** The map as it is offered; null where there is nothing to draw one of. */
export async function readMap(): Promise<MapSetting | null> {
  const [row, drawn] = await Promise.all([
    db().installation.findUniqueOrThrow({ where: { id: 1 }, select }),
    db().$queryRaw<{ any: boolean }[]>`
      SELECT EXISTS (SELECT FROM "Area" a JOIN "Unit" u ON u.id = a."unitId" AND u."closedAt" IS NULL
        WHERE a."retiredAt" IS NULL AND a.outline IS NOT NULL) AS any`,
  ]);
  if (!row.tileUrl && !drawn[0]?.any) return null;
  const start = pointOf({ lat: row.mapLat, lon: row.mapLon });
  const { tileUrl: url, tileCredit: credit } = row;
  return {
    tiles: url ? { url, credit: credit ?? '', system: systemOf(row) } : null,
    start: start && { ...start, zoom: row.mapZoom ?? usualZoom },
  };
}

const systemOf = ({ tileSystem }: Row) =>
  tileSystems.find((it) => it === tileSystem) ?? tileSystems[0];

/** The same as a form shows it. */
export async function readMapForm() {
  const row = await db().installation.findUniqueOrThrow({ where: { id: 1 }, select });
  return factsOf(row);
}

/** A form of the map, once it has been read. Pages follow within five seconds. */
export async function changeMap(
  actor: PersonActor,
  given: z.output<typeof mapInput>,
): Promise<void> {
  const centre = given.mapCentre ? readPoint(given.mapCentre) : null;
  const { tileSystem } = given;
  const data = {
    tileUrl: given.tileUrl ?? null,
    // Without tiles nobody is named for them.
    tileCredit: (given.tileUrl && given.tileCredit) ?? null,
    tileSystem,
    mapLat: centre?.lat ?? null,
    mapLon: centre?.lon ?? null,
    mapZoom: given.mapZoom ?? null,
  };
  await changeInstallation(actor, async (transaction, before) => {
    const after = await transaction.installation.update({ where: { id: 1 }, data });
    return { before: factsOf(before), after: factsOf(after) };
  });
  await forgetInstallation();
}

function factsOf(row: Row) {
  const centre = pointOf({ lat: row.mapLat, lon: row.mapLon });
  const { tileUrl, tileCredit, mapZoom } = row;
  const mapCentre = centre && pointText(centre);
  return { tileUrl, tileCredit, tileSystem: systemOf(row), mapCentre, mapZoom };
}
