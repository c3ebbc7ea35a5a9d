import { v7 as newId } from 'uuid';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { sealDue } from '@/lib/integrity/sealer';
import { mintSystem } from '@/lib/people/actor';
import { hashOfList, hashOfSecret } from '@/lib/spot-checks/sample';
import { enterDatabase } from '@/scripts/launcher/enter-database';
import { runScript } from '@/scripts/launcher/refusal';

/** Draws the case named by the argument for a spot check, in a draw whose public value has not come yet. */
await runScript(async () => {
  await enterDatabase();
  const caseNumber = process.argv[2] ?? '';
  const { id: appealId } = await db().appeal.findUniqueOrThrow({ where: { caseNumber } });
  const round = await db().round.findFirstOrThrow({ where: { appealId } });
  const person = await db().person.findUniqueOrThrow({ where: { login: 'shenhuaiyuan' } });
  await sealDue();
  const seal = await db().seal.findFirstOrThrow({
    where: { kind: 'daily' },
    orderBy: { id: 'desc' },
  });
  const drawId = newId();
  const secret = 'ab'.repeat(32);
  await db().spotDraw.create({
    data: {
      id: drawId,
      number: 1,
      at: new Date(),
      byId: person.id,
      afterSeal: 0,
      sealId: seal.id,
      root: seal.root,
      perMille: 1000,
      source: '双色球开奖号码',
      valueOn: '2199-01-01',
      secret,
      secretHash: hashOfSecret(secret),
      cases: 1,
      listHash: hashOfList([caseNumber]),
    },
  });
  await db().spotCandidate.create({ data: { drawId, appealId, roundId: round.id } });
  const input = { drawId, roundId: round.id };
  const done = await perform({ appealId, verb: 'pick', input }, mintSystem());
  if (!done.ok) throw new Error(done.code);
  return 0;
});
