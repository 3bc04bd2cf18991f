import { answerChallenge } from '@/lib/inbound/answer-challenge';
import { readHook } from '@/lib/inbound/read-hook';
import { receiveAndAnswer } from '@/lib/inbound/receive';

type Route = { params: Promise<{ providerId: string }> };

/** What providers tell of messages: the signature decides, there is no token. */
export async function POST(request: Request, { params }: Route): Promise<Response> {
  const { providerId } = await params;
  return readHook(request, (inbound) => receiveAndAnswer(providerId, inbound));
}

/** Some make sure of the address by it, and some tell by it. */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { providerId } = await params;
  return readHook(request, (inbound) => answerChallenge(providerId, inbound));
}
