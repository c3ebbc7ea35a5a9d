import type { PersonActor } from '@/lib/people/actor';
import { may } from '@/lib/people/actor';
import { currentActor } from './session';

/** A table to download, for administrators; for anybody else there is nothing here. */
export async function csvAnswer(
  name: string,
  made: (actor: PersonActor) => Promise<string>,
): Promise<Response> {
  const actor = await currentActor();
  if (!actor || !may(actor, 'administer')) {
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
