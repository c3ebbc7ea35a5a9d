import { openedCases } from '@/lib/auth/coming-back-cookies';
import { ownDataAnswer } from '@/lib/auth/own-data-answer';
import { ownVoices } from '@/lib/auth/own-voices';

/** What is kept of whoever came back with a code, of all their cases; to all others there is no such thing. */
export async function GET(): Promise<Response> {
  const contactHash = await openedCases.read();
  return ownDataAnswer(contactHash ? await ownVoices(contactHash) : [], 'code', contactHash);
}
