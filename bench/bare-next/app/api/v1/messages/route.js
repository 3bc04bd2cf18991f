/** The least a Next route can do with the same request: parse it. */
export async function POST(request) {
  const { subject } = await request.json();
  return Response.json({ id: subject, status: 'queued' }, { status: 202 });
}
