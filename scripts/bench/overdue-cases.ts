import { fileAppeal } from '@/lib/appeals/file';
import { performAll } from '@/lib/appeals/perform';
import { mintResident, playing } from '@/lib/people/actor';
import { now } from '@/lib/time/now';
import type { Cast } from '@/prisma/seed/install-cast';

const inFlight = 8;

/** Cases of a month ago that were dispatched, accepted and contacted, and then left lying. */
export async function fileOverdue(count: number, cast: Cast): Promise<void> {
  const waiting = Array.from({ length: count }, (_, index) => index).values();
  const start = new Date(now().getTime() - 30 * 86_400_000);
  const as = (login: string) => {
    const actor = cast.actors.get(login);
    if (!actor) throw new Error(login);
    return playing(actor, start);
  };
  const one = async (): Promise<void> => {
    for (const index of waiting) {
      const input = { what: `第 ${index} 盏路灯不亮`, place: '柳湾中路' };
      const filed = await fileAppeal({ input }, playing(mintResident(), start));
      if (!filed.ok) throw new Error(filed.code);
      const { appealId } = filed;
      const unitId = cast.units.get('liuwan');
      const handler = as('zhaolimin');
      const said = { how: 'telephone', said: '约好了' };
      const done = await performAll([
        { appealId, verb: 'dispatch', input: { unitId }, actor: as('chenjing') },
        { appealId, verb: 'accept', input: {}, actor: handler },
        { appealId, verb: 'contact', input: said, actor: handler },
      ]);
      if (!done.ok) throw new Error(done.code);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
}
