/** One word for people; never enough to scan somebody's ports with. */
export type OutboundCause = 'dns' | 'blocked' | 'refused' | 'timeout' | 'tls' | 'protocol';

/** No usable answer. `sent`: the whole of our request may have been received all the same. */
export class OutboundError extends Error {
  override name = 'OutboundError';
  constructor(
    readonly reason: OutboundCause,
    readonly sent: boolean,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const REASONS: [RegExp, OutboundCause][] = [
  [/EBLOCKED/, 'blocked'],
  [/ENOTFOUND|EAI_AGAIN|ENODATA|ESERVFAIL|EREFUSED|EBADRESP/, 'dns'],
  [/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/, 'refused'],
  [/TIMEOUT|ETIMEDOUT/, 'timeout'],
  [/CERT|TLS|SSL|EPROTO|SELF_SIGNED|UNABLE_TO/, 'tls'],
];

/** undici's own names for what Node calls otherwise. */
const ALIASES: Record<string, string> = {
  UND_ERR_CONNECT_TIMEOUT: 'ETIMEDOUT',
  UND_ERR_SOCKET: 'ECONNRESET',
};

/** `sent`: every byte of the request was handed to the connection. */
export function toOutboundError(error: unknown, sent: boolean): OutboundError {
  if (error instanceof OutboundError) return new OutboundError(error.reason, sent, error.code, error.message);
  const { code, message, errors } = error as { code?: string; message: string; errors?: { code?: string }[] };
  const told = code ?? errors?.[0]?.code ?? 'EPROTOCOL';
  const known = ALIASES[told] ?? told;
  const reason = REASONS.find(([pattern]) => pattern.test(known))?.[1] ?? 'protocol';
  return new OutboundError(reason, sent, known, message);
}
