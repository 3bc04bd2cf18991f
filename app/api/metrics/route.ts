import { jobContext } from '@/lib/context';
import { clientAddress } from '@/lib/http/client-address';
import { ACCESS, handle } from '@/lib/http/handle';
import { exposeMetrics } from '@/lib/prometheus/expose';
import { mayScrape } from '@/lib/prometheus/may-scrape';

const withToken = handle({ scope: 'metrics:read' }, exposeMetrics);

/** Who shows a token or a session is judged by it; who shows nothing, by the address, where a setting allows some. */
async function scrape(request: Request, route: Parameters<typeof withToken>[1]): Promise<Response> {
  const showsNothing = !request.headers.has('authorization') && !request.headers.has('cookie');
  if (showsNothing && (await mayScrape(clientAddress(request.headers))))
    return exposeMetrics(jobContext('metrics'));
  return withToken(request, route);
}

export const GET = Object.assign(scrape, { [ACCESS]: withToken[ACCESS as never] });
