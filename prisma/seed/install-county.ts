import { v7 as newId } from 'uuid';
import { db } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { addDays, civilDateOf } from '@/lib/time/civil';
import { absences, countyPeople, deputies, leaver, officers } from './county-people';
import { countyUnits } from './county-units';
import { type Cast, installPeople, installUnits } from './install-cast';

/** The rest of the county beside the main cast: units, people, who stands in, who is away, who watches. */
export async function installCounty(cast: Cast, at: Date): Promise<Cast> {
  const units = await installUnits(countyUnits);
  const others = await installPeople([...countyPeople, leaver], units);
  const actors = new Map([...cast.actors, ...others]);
  const idOf = (login: string): string => {
    const actor = actors.get(login);
    if (!actor) throw new Error(`nobody of the county is called ${login}`);
    return actor.personId;
  };

  const today = civilDateOf(at, settings().timeZone);
  await db().absence.createMany({
    data: absences.map(({ login, from, until }) => ({
      id: newId(),
      personId: idOf(login),
      fromOn: addDays(today, from),
      untilOn: addDays(today, until),
      createdAt: new Date(at.getTime() + Math.min(from - 7, -1) * 86_400_000),
    })),
  });
  await db().supervisionOfficer.createMany({
    data: officers.map(({ level, login }) => ({ level, personId: idOf(login) })),
    skipDuplicates: true,
  });
  for (const [login, deputy] of Object.entries(deputies)) {
    await db().person.update({
      where: { id: idOf(login) },
      data: { deputyId: idOf(deputy) },
    });
  }
  await db().person.update({ where: { id: idOf(leaver.login) }, data: { disabledAt: at } });
  actors.delete(leaver.login);
  return {
    actors,
    units: new Map([...units].map(([code, { id }]) => [code, id])),
    categories: cast.categories,
  };
}
