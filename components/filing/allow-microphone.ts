import { answerBeingMade } from '@/components/ui/answer-store';
import { readInstallation } from '@/lib/appeals/queries/front';

/** Lets the page being answered use the microphone, where administration allows dictation. */
export async function allowMicrophone(): Promise<void> {
  const { dictation } = await readInstallation();
  if (dictation) answerBeingMade()?.allowMicrophone();
}
