import type { InboundRequest } from './inbound';

/** Where the query of an address stands among the headers: no client can send a header of such a name. */
export const QUERY = ':query';

/** As it came, without the question mark; signatures are over these very characters. */
export function queryOf({ headers }: Pick<InboundRequest, 'headers'>): string {
  return headers[QUERY] ?? '';
}
