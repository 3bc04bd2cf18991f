import type { TLSSocket } from 'node:tls';
import type { Announced } from './causes';
import type { MailConnection } from './mail-connection';
import type { Transcript } from './transcript';

const DAY_MS = 86_400_000;

/** Version, cipher and the certificate: its name, who issued it, how long it lasts. */
export function describeTls(socket: TLSSocket): string {
  const { subject, issuer, valid_to: validTo } = socket.getPeerCertificate();
  const days = Math.floor((Date.parse(validTo) - Date.now()) / DAY_MS);
  return [
    socket.getProtocol(),
    socket.getCipher().name,
    `certificate ${subject?.CN ?? '?'}`,
    `issued by ${issuer?.O ?? issuer?.CN ?? '?'}`,
    `${days} days left`,
    // Only where the provider is set not to verify it.
    ...(socket.authorized ? [] : [`not trusted: ${socket.authorizationError}`]),
  ].join(', ');
}

/** When its certificate ends; null: it showed none. */
export function endOfCertificate(socket: TLSSocket): string | null {
  const end = Date.parse(socket.getPeerCertificate().valid_to);
  return Number.isNaN(end) ? null : new Date(end).toISOString();
}

/** The server's banner and what its last EHLO offers. */
export function describeGreeting(transcript: Transcript): string {
  const lines = transcript.toString().split('\n');
  const banner = lines.find((line) => line.startsWith('S: '))?.slice(3) ?? '';
  const offers = lines
    .slice(lines.findLastIndex((line) => line.startsWith('C: EHLO')) + 1)
    .flatMap((line) => /^S: 250[- ](.+)/.exec(line)?.[1] ?? []);
  return [banner, ...offers.slice(1)].join(', ').slice(0, 500) || 'connected';
}

export function signInMethod(transcript: Transcript, username: string): string {
  const [method] = [...transcript.toString().matchAll(/^C: AUTH ([\w-]+)/gm)]
    .map((match) => match[1])
    .slice(-1);
  return [method, username].filter(Boolean).join(', ');
}

/** What it says about signing in. */
export function announcedBy(connection: MailConnection): Announced {
  const lines = connection.announced;
  const methods = lines?.flatMap(
    (line) =>
      /^AUTH[\s=](.*)/i
        .exec(line)?.[1]
        ?.toUpperCase()
        .split(/[\s=]+/) ?? [],
  );
  return {
    methods: methods?.filter(Boolean) ?? null,
    startTls: lines?.some((line) => /^STARTTLS\b/i.test(line)) ?? false,
    encrypted: connection.secure,
  };
}
