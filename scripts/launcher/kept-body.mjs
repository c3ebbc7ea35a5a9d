/** What a form of words weighs at most (bytes); longer ones and files are not kept. */
const most = 500_000;

/**
 * Keeps a copy of what a form sends while the framework reads it, so that nothing is lost where its answer fails.
 *
 * @param {import('node:http').IncomingMessage} request
 * @returns {Buffer[] | null} filled as it comes; null where there is nothing to keep
 */
export function keepBody(request) {
  const { method, headers } = request;
  const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/;
  if (method !== 'POST' || !isForm.test(headers['content-type'] ?? '')) return null;
  if (!(Number(headers['content-length']) <= most)) return null;
  const parts = [];
  const push = request.push.bind(request);
  // Listening to the stream instead would take from the framework what comes before it listens.
  request.push = (part, encoding) => {
    if (part) parts.push(Buffer.from(part));
    return push(part, encoding);
  };
  return parts;
}

/**
 * The fields of a form, to be sent again; null where they did not come whole, or hold what no page may.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {Buffer[] | null} parts
 * @returns {Promise<[string, string][] | null>}
 */
export async function fieldsSent({ headers }, parts) {
  if (!parts) return null;
  const body = Buffer.concat(parts);
  if (body.length !== Number(headers['content-length'])) return null;
  try {
    const told = { headers: { 'content-type': headers['content-type'] } };
    const fields = [...(await new Response(body, told).formData())];
    if (fields.some(([name]) => /password/i.test(name))) return null;
    return fields.filter(([, value]) => typeof value === 'string');
  } catch {
    return null;
  }
}
