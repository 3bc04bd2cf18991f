/** An expression over a message's row: some have it, and somebody was refused. */
export function isPartly(m: string): string {
  return `(${m}.status in ('sent', 'delivered') and coalesce(${m}.reason = 'recipient_refused', false))`;
}

/**
 * Of a row `m` with `partly`: the detail of the events that it leaves behind when it comes to rest so, an expression. Told there, since a provider may
 * tell later that others did not get it either.
 */
export function notePartly(detail: string, m: string): string {
  return `case when ${m}.partly then coalesce(${detail}, '{}') || '{"partly": true}' else ${detail} end`;
}
