/** Such as `GET /api/v1/messages/{id}`: what requests are counted by, so that it is bounded by the routes and not by what is asked for. */
export function routePattern(request: Request, params: Record<string, string>): string {
  const named = new Map(Object.entries(params).map(([name, value]) => [value, `{${name}}`]));
  const parts = new URL(request.url).pathname.split('/').map((part) => named.get(decoded(part)) ?? part);
  return `${request.method} ${parts.join('/')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
