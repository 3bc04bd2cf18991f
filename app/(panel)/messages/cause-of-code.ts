/** Of Node and of nodemailer, and our own that look like them; as the connection test names them, and `closed`. */
const CAUSES: [RegExp, string][] = [
  [/^EBLOCKED$/, 'private_target'],
  [/^EPORT$/, 'port_not_allowed'],
  [/^EAI_AGAIN$/, 'no_dns'],
  [/^(ENOTFOUND|EDNS|ENODATA|ESERVFAIL)$/, 'dns'],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/, 'refused'],
  [/^ETIMEDOUT$/, 'timeout'],
  [/^(ECONNECTION|ECONNRESET|ECONNABORTED|EPIPE|ESOCKET)$/, 'closed'],
  [/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/, 'certificate_expired'],
  [/ALTNAME/, 'certificate_name'],
  [/^(CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/, 'certificate'],
  [/^(ETLS|EPROTO$|ERR_SSL|ERR_TLS)/, 'tls'],
  [/^EOAUTH2_LATER$/, 'oauth_unavailable'],
  [/^EOAUTH2/, 'oauth'],
  [/^ECREDENTIALS$/, 'credentials_missing'],
  [/^EPROTOCOL$/, 'protocol'],
  [/^misconfigured$/, 'misconfigured'],
];

/** A key of `providers.causes`, or `closed`; undefined for a server's own code. */
export function causeOfCode(code: string): string | undefined {
  return CAUSES.find(([pattern]) => pattern.test(code))?.[1];
}
