import { answerVisit } from '@/lib/tracking/answer-visit';

type Route = { params: Promise<{ token: string }> };

/** Where the links and the picture in messages lead: the signature decides, there is no token. */
async function visit(request: Request, { params }: Route): Promise<Response> {
  return answerVisit(request, (await params).token);
}

export const GET = visit;
export const HEAD = visit;
