'use server';

import { redirect } from 'next/navigation';
import { readCaseNumber } from '@/lib/appeals/case-number';
import { forgetVoice } from '@/lib/auth/voices';

/** This browser follows the case no longer; the private link still opens it. */
export async function forgetCase(caseNumber: string): Promise<void> {
  const number = readCaseNumber(String(caseNumber));
  if (number) await forgetVoice(number);
  redirect('/');
}
