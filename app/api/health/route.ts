/** Alive: the process answers. Whether it can deliver is `/api/health/ready`. */
export function GET(): Response {
  return Response.json({ status: 'ok' });
}
