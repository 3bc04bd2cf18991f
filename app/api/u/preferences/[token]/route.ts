import { answerPreferences } from '@/lib/notifications/preferences/answer-preferences';

type Route = { params: Promise<{ token: string }> };

/** Where a person chooses what they are told: the signature decides, there is no token. */
async function answer(request: Request, { params }: Route): Promise<Response> {
  return answerPreferences(request, (await params).token);
}

export const GET = answer;
export const HEAD = answer;
export const POST = answer;
