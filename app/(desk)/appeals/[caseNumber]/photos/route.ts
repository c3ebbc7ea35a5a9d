import { personHolder } from '@/lib/auth/photo-holder';
import { postPhotos } from '@/lib/auth/photo-routes';

type Place = { params: Promise<{ caseNumber: string }> };

/** Pictures for the next step of staff at work on the case. */
export async function POST(request: Request, { params }: Place): Promise<Response> {
  const { caseNumber } = await params;
  return postPhotos(request, await personHolder(caseNumber), `/appeals/${caseNumber}`);
}
