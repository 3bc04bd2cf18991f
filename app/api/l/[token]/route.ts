import { answerForm } from '@/lib/lists/answer-form';

type Route = { params: Promise<{ token: string }> };

/** The form of a list, and the button of the mail by which somebody agrees: there is no token of ours. */
async function answer(request: Request, { params }: Route): Promise<Response> {
  return answerForm(request, (await params).token);
}

export const GET = answer;
export const POST = answer;
