import { ownDataAnswer } from '@/lib/auth/own-data-answer';
import { currentVoice } from '@/lib/auth/voices';

type Place = { params: Promise<{ caseNumber: string }> };

/** What is kept of whoever follows the case; to all others there is no such thing. */
export async function GET(_request: Request, { params }: Place): Promise<Response> {
  const actor = await currentVoice((await params).caseNumber);
  return ownDataAnswer(actor ? [actor] : [], 'link', actor?.voiceId ?? null);
}
