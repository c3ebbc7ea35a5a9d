import { currentVoice } from '@/lib/auth/voices';
import { caseProof } from '@/lib/integrity/case-proof';
import { proofLine } from '@/lib/integrity/sealed-log';

type Place = { params: Promise<{ caseNumber: string }> };

/** The proof of the case for whoever follows it; to all others there is no such thing. */
export async function GET(_request: Request, { params }: Place): Promise<Response> {
  const { caseNumber } = await params;
  const actor = await currentVoice(caseNumber);
  if (!actor) return new Response(null, { status: 404 });
  const { proof } = await caseProof(actor);
  return new Response(`${proofLine(proof)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="huiyin-proof.json"',
      'cache-control': 'no-store',
    },
  });
}
