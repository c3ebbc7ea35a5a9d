import { rootsStream } from '@/lib/integrity/roots-stream';

/** All keys and roots, to be kept elsewhere: the file of roots of docs/sealed-log.md. */
export function GET(): Response {
  return new Response(rootsStream(), {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': 'attachment; filename="huiyin-roots.jsonl"',
      'cache-control': 'no-store',
    },
  });
}
