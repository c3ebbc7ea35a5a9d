'use server';

import { z } from 'zod';
import { currentVoice } from '@/lib/auth/voices';
import { addressInput } from '@/lib/notices/push/address';
import { addDevice, removeDevice } from '@/lib/notices/push/devices';

/**
 * Has the device of this browser told of this case. The words answered stand in `telling.device`; otherService
 * also where the browser gave something else than an address. Keep the signature.
 */
export async function tellHere(
  caseNumber: unknown,
  given: unknown,
): Promise<'added' | 'off' | 'tooMany' | 'otherService' | 'signedOut'> {
  const parsed = addressInput.safeParse(given);
  if (!parsed.success) return 'otherService';
  const actor = await voiceOf(caseNumber);
  return actor ? addDevice(actor, parsed.data) : 'signedOut';
}

/** No longer. nowhere: the device is told of no other case either. Keep the signature. */
export async function endHere(
  caseNumber: unknown,
  endpoint: unknown,
): Promise<'elsewhere' | 'nowhere' | 'signedOut'> {
  const actor = await voiceOf(caseNumber);
  const parsed = z.string().max(1_000).safeParse(endpoint);
  if (!actor || !parsed.success) return 'signedOut';
  return (await removeDevice(actor, parsed.data)) ? 'elsewhere' : 'nowhere';
}

async function voiceOf(caseNumber: unknown) {
  const parsed = z.string().max(20).safeParse(caseNumber);
  return parsed.success ? currentVoice(parsed.data) : null;
}
