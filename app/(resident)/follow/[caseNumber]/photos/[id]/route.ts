import { photoIdFor } from '@/lib/appeals/queries/photos';
import { holds, voiceHolder } from '@/lib/auth/photo-holder';
import { currentVoice } from '@/lib/auth/voices';
import { isId } from '@/lib/id';
import { photoAnswer, sizeIn } from '@/lib/photos/answer';

type Place = { params: Promise<{ caseNumber: string; id: string }> };

/** A picture of the case as its story shows it to whoever follows the case, or one they hold themselves. */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const { caseNumber, id } = await params;
  const actor = await currentVoice(caseNumber);
  if (!actor || !isId(id)) return photoAnswer(null, 'small');
  const own = await holds(await voiceHolder(caseNumber), id);
  return photoAnswer(own ? id : await photoIdFor(actor, caseNumber, id), sizeIn(request.url));
}
