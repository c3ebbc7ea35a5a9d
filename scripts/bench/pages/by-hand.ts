import { lastDays } from '@/lib/measures/period';
import { caseFileByHand } from '../case-file';
import { filingByHand } from '../filing';
import { inboxByHand } from '../inbox';
import { nthOf } from '../people';
import { asked, searchByHand } from '../search';
import { contacted, stepByHand } from '../step';
import { overviewByHand } from '../supervision';
import type { Scene } from './scene';
import { called } from './step-form';

/** The same jobs in SQL written by hand, by the name of what they stand beside. */
export async function handWritten(
  scene: Scene,
): Promise<ReadonlyMap<string, (nth: number) => Promise<void>>> {
  const { hand, read } = scene;
  const { actor } = await scene.person('handler', 0);
  const [cases, filing] = [await contacted(hand), await filingByHand()];
  const { from, until } = lastDays(30, new Date(), 'Asia/Shanghai');
  const search = (letters: keyof typeof asked) => (nth: number) =>
    searchByHand(hand, nthOf(asked[letters], nth));
  return new Map<string, (nth: number) => Promise<void>>([
    ['create', () => filing(hand)],
    ['step', (nth) => stepByHand(hand, nthOf(cases, nth), called.said)],
    ['queue', () => inboxByHand(hand, actor, 'unit')],
    ['case with its story', (nth) => caseFileByHand(hand, nthOf(read, nth).id)],
    ['supervision', () => overviewByHand(hand, [from, until])],
    ['search, 2 letters', search(2)],
    ['search, 3 letters', search(3)],
    ['search, 6 letters', search(6)],
  ]);
}
