import { draftHolder } from '@/lib/auth/photo-holder';
import { heldAnswer } from '@/lib/auth/photo-routes';

type Place = { params: Promise<{ id: string }> };

export const GET = async (request: Request, { params }: Place): Promise<Response> =>
  heldAnswer(request, await draftHolder(), (await params).id);
