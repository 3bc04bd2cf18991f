import { checkReadiness } from '@/lib/status/ready';

export async function GET(): Promise<Response> {
  const { ready, checks } = await checkReadiness();
  return Response.json({ status: ready ? 'ready' : 'not ready', checks }, { status: ready ? 200 : 503 });
}
