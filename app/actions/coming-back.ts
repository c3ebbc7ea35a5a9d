'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { readPhone } from '@/lib/appeals/queries/front';
import { addressIn } from '@/lib/auth/address';
import { askForCode, spendCode, takeCodeTry } from '@/lib/auth/coming-back';
import { askedCode, openedCases } from '@/lib/auth/coming-back-cookies';
import { minutesUntil } from '@/lib/auth/limiter';
import { email, phone } from '@/lib/fields';
import { entryOf, type FormState, problemsOf, readForm, refused } from '@/lib/forms';
import { getLocale } from '@/lib/i18n/words';
import { type ContactChannel, channelsSetUp, takesSms } from '@/lib/notices/channel';

/** Asks for a code. Answers alike whether anybody left this number or address or nobody did. */
export async function askCode(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const given = entryOf(entries, 'contact');
  const setUp = channelsSetUp();
  const channel = looksLikeEmail(given, setUp) ? 'email' : 'sms';
  const parsed = (channel === 'email' ? email() : phone()).safeParse(given);
  if (!parsed.success) {
    const problems = problemsOf(parsed.error).map((it) => ({ ...it, field: 'contact' }));
    return refused(state, entries, problems);
  }
  const no = async (field: 'contact' | null, code: string, minutes = 0) =>
    refused(state, entries, [{ field, code, values: { minutes, phone: await readPhone() } }]);
  if (channel === 'sms' && !takesSms(parsed.data)) return no('contact', 'noMessages');
  if (!setUp.includes(channel))
    return no('contact', channel === 'sms' ? 'smsNotSetUp' : 'emailNotSetUp');
  const address = addressIn((await headers()).get('x-forwarded-for'));
  const allowed = await takeCodeTry(parsed.data, address);
  if (!allowed.ok) return no(null, 'tooManyCodes', minutesUntil(allowed.until));
  await askedCode.keep(await askForCode(parsed.data, channel, await getLocale()));
  redirect('/mine/code');
}

/** What is neither goes by what could be sent here, so that the answer asks for that. */
const looksLikeEmail = (given: string, setUp: readonly ContactChannel[]): boolean =>
  /[@＠]/.test(given) || (!setUp.includes('sms') && !phone().safeParse(given).success);

/** The right code opens the list in this browser, once and for half an hour. */
export async function giveCode(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const code = entryOf(entries, 'code').normalize('NFKC').replace(/\s/g, '');
  const codeId = await askedCode.read();
  const no = async (field: 'code' | null, problem: string) =>
    refused(state, entries, [{ field, code: problem, values: { phone: await readPhone() } }]);
  if (!codeId) return no(null, 'codeOver');
  if (!/^\d{6}$/.test(code)) return no('code', 'sixDigits');
  const opened = await spendCode(codeId, code);
  if (!opened) return no('code', 'wrongCode');
  await askedCode.forget();
  await openedCases.keep(opened.contactHash);
  redirect('/mine');
}

/** On a computer others use too. */
export async function closeCases(): Promise<void> {
  await openedCases.forget();
  redirect('/mine');
}
