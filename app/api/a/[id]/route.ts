import { answerArchived } from '@/lib/campaigns/archive/answer';

type Route = { params: Promise<{ id: string }> };

/** A mail to many that somebody published: for everybody, and as if to nobody. */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  return answerArchived(request, (await params).id);
}
