/** The name to reach a listening address by: "all addresses" is not one, and IPv6 needs brackets in a URL. */
export function browserHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
