import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { isDomain } from '@/lib/text/address';
import { asciiDomain } from '@/lib/text/ascii-domain';
import { familyOf } from '@/lib/text/ip-range';
import { addressRange, domainName, matching, shortText } from '@/lib/validation';

/** A whole name in the letters of DNS: it stands in files of other programs, which know no others. */
const serverName = domainName.transform((value) => asciiDomain(value));

/** `/etc/letsencrypt/live/mail.example.com/fullchain.pem`: no blanks, quotes or ways up. */
const filePath = matching(
  /^(\/[A-Za-z0-9_][A-Za-z0-9._-]*){1,12}$/,
  flaw('looks_like', { example: '/etc/ssl/mail.pem' }),
).max(200);

const userName = matching(
  /^[A-Za-z0-9][A-Za-z0-9._@-]{0,99}$/,
  flaw('letters_and_digits', { others: '. _ @ -' }),
);

/** Of DKIM (RFC 6376, 3.1): one label is enough here. */
const selector = matching(
  /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
  flaw('letters_and_digits', { others: '-' }),
);

const systemUrl = matching(
  /^https?:\/\/[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(:\d{1,5})?$/,
  flaw('looks_like', { example: 'https://relevo.example.com' }),
).max(280);

const ipv4 = shortText(15).refine(
  (value) => familyOf(value) === 4,
  flaw('looks_like', { example: '203.0.113.7' }),
);
const ipv6 = shortText(45).refine(
  (value) => familyOf(value) === 6,
  flaw('looks_like', { example: '2001:db8::7' }),
);
const address = shortText(45).refine(
  (value) => familyOf(value) !== 0,
  flaw('looks_like', { example: '203.0.113.7' }),
);
const relayHost = shortText(1000)
  .trim()
  .toLowerCase()
  .refine((value) => familyOf(value) === 4 || isDomain(value), flaw('host'))
  .transform((value) => (familyOf(value) === 4 ? value : asciiDomain(value)));
const port = z.number().int().min(1).max(65535);

const Pace = {
  /** At once, to one destination. */
  connections: z.number().int().min(1).max(100).default(5),
  /** Between two messages to one destination. */
  secondsBetween: z.number().int().min(0).max(600).default(0),
};

/** What a mail server of one's own needs to know. Nothing of it is stored, and none of it is secret: passwords are made where it is installed. */
export const OwnServerInput = z
  .strictObject({
    software: z.enum(['postfix', 'exim']).default('postfix'),
    hostname: serverName,
    /** From where it sends; without one the machine chooses. */
    ipv4: ipv4.optional(),
    ipv6: ipv6.optional(),
    /** Where Relevo hands messages over, and from where it may. */
    submission: z
      .strictObject({
        /** The machine itself. */
        listen: z.array(address).min(1).max(8).optional(),
        port: port.default(587),
        security: z.enum(['starttls', 'tls']).default('starttls'),
        clients: z.array(addressRange).min(1).max(50).optional(),
        username: userName.default('relevo'),
      })
      .prefault({}),
    /** Without one the installation makes its own, for those who are on the same machine. */
    certificate: z.strictObject({ chain: filePath, key: filePath }).optional(),
    tlsMinVersion: z.enum(['TLSv1.2', 'TLSv1.3']).default('TLSv1.2'),
    /** Another server that takes all mail, where the network lets nobody send by port 25. */
    smarthost: z
      .strictObject({
        host: relayHost,
        port: port.default(587),
        security: z.enum(['starttls', 'tls', 'none']).default('starttls'),
        username: userName.optional(),
      })
      .optional(),
    dkim: z
      .strictObject({
        signer: z.enum(['relevo', 'server']).default('relevo'),
        domains: z.array(serverName).max(50).default([]),
        selector: selector.default('relevo'),
      })
      .prefault({}),
    /** Bounces come to `bounces@domain` and are handed to Relevo. */
    bounces: z.strictObject({ domain: serverName, url: systemUrl }).optional(),
    pace: z
      .strictObject({
        ...Pace,
        domains: z
          .array(z.strictObject({ domain: serverName, ...Pace }))
          .max(20)
          .default([]),
      })
      .prefault({}),
    maxMegabytes: z.number().int().min(1).max(100).default(40),
  })
  .superRefine(judgeTogether);
export type OwnServerInput = z.input<typeof OwnServerInput>;
export type OwnServer = z.output<typeof OwnServerInput>;
export type Pace = { connections: number; secondsBetween: number };

/** Where a file goes, who may read it, and what it is for (`ownServer.files` of the panel). */
export type ServerFile = { path: string; mode: string; owner: string; content: string };

/** `what` names the sentence, `value` what it is about: a record of DNS, a port, a command. */
export type NextStep = { what: (typeof NEXT_STEPS)[number]; name: string | null; value: string };
export const NEXT_STEPS = [
  'install',
  'a_record',
  'aaaa_record',
  'ptr_record',
  'port_25',
  'spf_record',
  'dkim_record',
  'bounce_mx',
  'bounce_token',
  'certificate',
  'provider',
] as const;

export type GeneratedServer = {
  software: OwnServer['software'];
  files: ServerFile[];
  /** For Debian 12 or newer and Ubuntu 22.04 or newer: `sh install.sh --dry-run`, then `sh install.sh`. */
  script: string;
  next: NextStep[];
  /** What to make of it a provider: `POST /api/v1/providers`, with the password that the installation prints. */
  provider: { name: string; kind: 'smtp'; settings: Record<string, unknown> };
};

export const LOOPBACK = /^(127\.|::1$)/;

/** The machine itself, unless told otherwise. Not by defaults of the schema: those stand in the document of the API. */
export function listenOf({ submission }: OwnServer): string[] {
  return submission.listen ?? ['127.0.0.1'];
}

export function clientsOf({ submission }: OwnServer): string[] {
  return submission.clients ?? ['127.0.0.1/32', '::1/128'];
}

function judgeTogether(server: OwnServer, ctx: z.core.$RefinementCtx): void {
  const { submission, certificate, smarthost, dkim, pace } = server;
  const add = (path: (string | number)[], what: ReturnType<typeof flaw>) =>
    ctx.addIssue({ code: 'custom', path, ...what });
  if (!certificate && !listenOf(server).every((each) => LOOPBACK.test(each)))
    add(['certificate'], flaw('certificate_needed'));
  if (smarthost?.security === 'none' && !LOOPBACK.test(smarthost.host))
    add(['smarthost', 'security'], flaw('clear_text_only_here'));
  if (dkim.signer === 'server' && dkim.domains.length === 0)
    add(['dkim', 'domains'], flaw('too_few', { min: 1 }));
  const named = pace.domains.map(({ domain }) => domain);
  if (new Set(named).size < named.length) add(['pace', 'domains'], flaw('twice'));
  if (new Set(dkim.domains).size < dkim.domains.length) add(['dkim', 'domains'], flaw('twice'));
  if (server.bounces && submission.port === 25) add(['submission', 'port'], flaw('taken'));
}
