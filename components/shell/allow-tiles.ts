import { answerBeingMade } from '@/components/ui/answer-store';
import { readInstallation } from '@/lib/appeals/queries/front';

/** Lets the page being answered show pictures of the one machine map tiles come from, if there is one. */
export async function allowTiles(): Promise<void> {
  const { tileOrigin } = await readInstallation();
  if (tileOrigin) answerBeingMade()?.allowImages(tileOrigin);
}
