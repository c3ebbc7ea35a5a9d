'use server';

import { redirect } from 'next/navigation';
import { readCaseNumber } from '@/lib/appeals/case-number';
import { forgetVoice } from '@/lib/auth/voices';

/** This browser follows the case no longer; the private link still opens it. */
export async function forgetCase(caseNumber: unknown): Promise<void> {
  const number = typeof caseNumber === 'string' ? readCaseNumber(caseNumber) : null;
  if (number) await forgetVoice(number);
  redirect('/');
}
