import { answerFeed } from '@/lib/campaigns/archive/answer';

type Route = { params: Promise<{ of: string }> };

/** What a company, or whoever writes to a list, published: for programs that read news. */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  return answerFeed(request, (await params).of);
}
