/**
 * Whether a page of ours sent this, told by what browsers add themselves and no script can forge. Both
 * missing is not from a browser's page of ours: POSTs carry at least `Origin`.
 */
export function isFromHere(headers: Pick<Headers, 'get'>): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === (headers.get('x-forwarded-host') ?? headers.get('host'));
}
