import { checkReadiness } from '@/lib/status/ready';

export async function GET(): Promise<Response> {
  const { ready, checks, warnings } = await checkReadiness();
  const status = ready ? 'ready' : 'not ready';
  return Response.json({ status, checks, warnings }, { status: ready ? 200 : 503 });
}
