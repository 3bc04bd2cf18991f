import { readHook } from '@/lib/inbound/read-hook';
import { receive } from '@/lib/inbound/receive';

type Route = { params: Promise<{ providerId: string }> };

/** What providers tell of messages: the signature decides, there is no token. */
export async function POST(request: Request, { params }: Route): Promise<Response> {
  const { providerId } = await params;
  return readHook(request, (inbound) => receive(providerId, inbound));
}
