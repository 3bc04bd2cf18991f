import { answerImage } from '@/lib/images/serve';

type Route = { params: Promise<{ name: string }> };

/** Pictures of mails: whoever has one may load it, from wherever. */
async function serve(request: Request, { params }: Route): Promise<Response> {
  return answerImage(request, (await params).name);
}

export const GET = serve;
export const HEAD = serve;
