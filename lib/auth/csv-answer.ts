import type { PersonActor } from '@/lib/people/actor';
import { mayAdminister, type Power } from '@/lib/people/powers';
import { currentActor } from './session';

/** A table to download, for whoever administers what it is of; for anybody else there is nothing here. */
export async function csvAnswer(
  name: string,
  power: Power,
  made: (actor: PersonActor) => Promise<string>,
): Promise<Response> {
  const actor = await currentActor();
  if (!actor || !mayAdminister(actor, power)) {
    return new Response(null, { status: 303, headers: { Location: '/not-here' } });
  }
  return new Response(await made(actor), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="huiyin-${name}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
