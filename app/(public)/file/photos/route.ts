import { draftHolder } from '@/lib/auth/photo-holder';
import { postPhotos } from '@/lib/auth/photo-routes';

/** Pictures for what is being written. */
export const POST = async (request: Request): Promise<Response> =>
  postPhotos(request, await draftHolder(), '/file');
