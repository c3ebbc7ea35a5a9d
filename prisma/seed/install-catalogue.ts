import { v7 as newId } from 'uuid';
import { db } from '@/lib/db/client';
import { keysOf } from '@/lib/places/place-keys';
import { catalogue } from './catalogue';
import type { Cast } from './install-cast';
import { areas } from './places';

const day = 86_400_000;

/**
 * The county's dispatch catalogue and whose places are whose. It was written two months ago: what was sent on
 * before was not measured by it.
 */
export async function installCatalogue({ units, categories }: Cast, at: Date): Promise<void> {
  const idIn = (map: ReadonlyMap<string, string>) => (code: string) => {
    const id = map.get(code);
    if (!id) throw new Error(`the catalogue names ${code}, which is not there`);
    return id;
  };
  const [unitId, categoryId] = [idIn(units), idIn(categories)];
  await db().catalogueEntry.createMany({
    data: catalogue.map(({ category, lead, help, ...entry }) => ({
      ...entry,
      id: newId(),
      number: 1,
      categoryId: categoryId(category),
      leadUnitIds: lead.map(unitId),
      helpUnitIds: help.map(unitId),
      fromAt: new Date(at.getTime() - 60 * day),
    })),
  });
  await db().area.createMany({
    data: areas.flatMap(({ unit, estates, villages, roads, markets, schools, parks }) =>
      [...new Set([...estates, ...villages, ...roads, ...markets, ...schools, ...parks])].map(
        (name) => ({
          id: newId(),
          unitId: unitId(unit),
          name,
          aliases: [],
          keys: keysOf(name, []),
        }),
      ),
    ),
  });
}
