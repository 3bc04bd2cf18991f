import { answerUnsubscribe } from '@/lib/tracking/answer-unsubscribe';

type Route = { params: Promise<{ token: string }> };

/** Where `List-Unsubscribe` leads: the signature decides, there is no token. */
async function answer(request: Request, { params }: Route): Promise<Response> {
  return answerUnsubscribe(request, (await params).token);
}

export const GET = answer;
export const HEAD = answer;
export const POST = answer;
