import { summaryLabel } from '@/components/resident/summary-label';
import { fileAppeal } from '@/lib/appeals/file';
import { problemsOfRefusal } from '@/lib/appeals/refusals';
import { stepMarks } from '@/lib/appeals/step-marks';
import { mintForResident } from '@/lib/auth/resident';
import { rememberVoice } from '@/lib/auth/voices';
import { laterFields } from '@/lib/drafts/filing-steps';
import { entryOf, readForm } from '@/lib/forms';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { isFromHere } from '@/lib/presence/is-from-here';

const mostBytes = 64_000;

const answer = (status: number, told: object | null = null): Response =>
  new Response(told && JSON.stringify(told), {
    status,
    headers: { 'Cache-Control': 'no-store', 'Content-Type': 'application/json' },
  });

/**
 * Files what was written without a network: 201 `{caseNumber}`, 422 `{problem}` in words. Sent twice, it is one
 * appeal and answered alike.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request.headers)) return answer(403);
  if (Number(request.headers.get('content-length') ?? mostBytes + 1) > mostBytes) {
    return answer(413);
  }
  const entries = await request.formData().then(readForm, () => null);
  const formKey = entries && stepMarks(entries).formKey;
  if (!entries || !formKey) return answer(400);
  const input = Object.fromEntries(laterFields.map((name) => [name, entryOf(entries, name)]));
  const filed = await fileAppeal({ input, formKey, locale: await getLocale() }, mintForResident());
  if (filed.ok) {
    await rememberVoice(filed.caseNumber, filed.voiceId, 1);
    return answer(201, { caseNumber: filed.caseNumber });
  }
  const [t, words] = await Promise.all([getTranslations('filing'), getTranslations('problems')]);
  const [first] = problemsOfRefusal(filed);
  const problem = first ? words(first.code, first.values) : t('offline.refused');
  return answer(422, {
    problem: first?.field ? `${summaryLabel(t(first.field))}：${problem}` : problem,
  });
}
