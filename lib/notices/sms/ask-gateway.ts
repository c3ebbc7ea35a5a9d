import type { SmsAnswer } from './gateway';

/** How long an answer is waited for. */
const patience = 10_000;

/** Answers that speak of the asking, not of the number: a wrong token or address, too many at once. */
const ofTheAsking = [401, 403, 404, 405, 408, 425, 429];

/** Faults before a byte of the request was sent. */
const neverSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/**
 * One request as docs/notices.md has it. A redirect is not followed: the number would go to somebody else.
 * A connection that breaks after the request was sent leaves it open whether the message went out.
 */
export async function askGateway(
  {
    url,
    token,
    patienceMs = patience,
  }: { url: string; token: string | undefined; patienceMs?: number },
  { to, text, key }: { to: string; text: string; key: string },
): Promise<SmsAnswer> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ to, text, id: key }),
    });
    await answer.body?.cancel();
    return { outcome: outcomeOf(answer.status), code: String(answer.status) };
  } catch (error) {
    const code = codeOf(error);
    return { outcome: neverSent.includes(code) ? 'failed' : 'unknown', code };
  }
}

function outcomeOf(status: number): SmsAnswer['outcome'] {
  if (status >= 200 && status < 300) return 'sent';
  if (status >= 400 && status < 500 && !ofTheAsking.includes(status)) return 'refused';
  return 'failed';
}

function codeOf(error: unknown): string {
  const { name, cause } = error as Error & { cause?: { code?: string } };
  return cause?.code ?? name;
}
