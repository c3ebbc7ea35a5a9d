/** `GET` → `{alive: true}`: the process answers. Asks nothing and nobody. */
export function GET(): Response {
  return Response.json({ alive: true }, { headers: { 'Cache-Control': 'no-store' } });
}
