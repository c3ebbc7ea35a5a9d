import { photoIdFor } from '@/lib/appeals/queries/photos';
import { holds, personHolder } from '@/lib/auth/photo-holder';
import { currentActor } from '@/lib/auth/session';
import { isId } from '@/lib/id';
import { photoAnswer, sizeIn } from '@/lib/photos/answer';

type Place = { params: Promise<{ caseNumber: string; id: string }> };

/** A picture of the case as its story shows it to staff at work on the case, or one they hold themselves. */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const { caseNumber, id } = await params;
  const actor = await currentActor();
  if (!actor || !isId(id)) return photoAnswer(null, 'small');
  const own = await holds(await personHolder(caseNumber), id);
  return photoAnswer(own ? id : await photoIdFor(actor, caseNumber, id), sizeIn(request.url));
}
