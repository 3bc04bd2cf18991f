import { headersOf, type SampleRequest } from './request';

export function curl(request: SampleRequest): string {
  const { method, path, token, body, answer } = request;
  const usual = body === undefined ? 'GET' : 'POST';
  const lines = [
    `curl${method === usual ? '' : ` -X ${method}`} "$RELEVO_URL${path}"`,
    ...(token ? ['-H "Authorization: Bearer $RELEVO_TOKEN"'] : []),
    ...headersOf(request).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quoted(JSON.stringify(body, null, 2))}`]),
    ...(answer === 'text' ? ['-o answer'] : []),
  ];
  return lines.join(' \\\n  ');
}

/** Nothing means anything to a shell between single quotes, but they. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
