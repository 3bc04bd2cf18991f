import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import type { OwnServerInput } from '@/lib/own-server/schema';

const text = z.string().trim().max(1000).optional();
const list = z.array(z.string().max(1000)).max(100);
const number = z.number().optional();

/** Where Relevo runs, seen from the mail server: what decides where it listens and whether it needs a certificate. */
export const PLACES = ['here', 'elsewhere'] as const;

/** What is typed, by the names of `OwnServerInput`, so that each flaw is shown at its field. What is left empty is absent; the server judges. */
export const Values = z
  .object({
    software: z.enum(['postfix', 'exim']),
    hostname: text,
    ipv4: text,
    ipv6: text,
    place: z.enum(PLACES),
    submission: z.object({
      port: number,
      security: z.enum(['starttls', 'tls']),
      username: text,
      listen: list,
      clients: list,
    }),
    certificate: z.object({ chain: text, key: text }),
    tlsMinVersion: z.enum(['TLSv1.2', 'TLSv1.3']),
    smarthost: z.object({
      host: text,
      port: number,
      security: z.enum(['starttls', 'tls', 'none']),
      username: text,
    }),
    dkim: z.object({ signer: z.enum(['relevo', 'server']), domains: list, selector: text }),
    bounces: z.object({ domain: text, url: text }),
    pace: z.object({ connections: number, secondsBetween: number }),
    maxMegabytes: number,
  })
  // Without one nobody could hand it anything.
  .refine(({ place, submission }) => place === 'here' || submission.clients.length > 0, {
    path: ['submission', 'clients'],
    ...flaw('too_few', { min: 1 }),
  });
export type Values = z.output<typeof Values>;

/** `url`: of this system, which the server reaches by the same name as people do. */
export const startValues = (url: string): Values => ({ ...START, bounces: { url } });

export const START: Values = {
  software: 'postfix',
  place: 'here',
  submission: { port: 587, security: 'starttls', username: 'relevo', listen: [], clients: [] },
  certificate: {},
  tlsMinVersion: 'TLSv1.2',
  smarthost: { port: 587, security: 'starttls' },
  dkim: { signer: 'relevo', domains: [], selector: 'relevo' },
  bounces: {},
  pace: { connections: 5, secondsBetween: 0 },
  maxMegabytes: 40,
};

/** A group is wanted by what it is about: a smart host by its name, bounces by their domain. */
export function toInput(values: Values): OwnServerInput {
  const { place, submission, certificate, smarthost, bounces, dkim, hostname = '', ...rest } = values;
  const { listen, clients, ...door } = submission;
  const isFar = place === 'elsewhere';
  return {
    ...rest,
    hostname,
    dkim: dkim.signer === 'server' ? dkim : { signer: dkim.signer },
    submission: {
      ...door,
      ...(isFar && { listen: listen.length > 0 ? listen : everywhere(values), clients }),
    },
    ...((isFar || certificate.chain || certificate.key) && {
      certificate: {
        chain: certificate.chain ?? certbotFile(hostname, 'fullchain'),
        key: certificate.key ?? certbotFile(hostname, 'privkey'),
      },
    }),
    ...(smarthost.host && { smarthost: { ...smarthost, host: smarthost.host } }),
    ...(bounces.domain && { bounces: { domain: bounces.domain, url: bounces.url ?? '' } }),
  };
}

function everywhere({ ipv6 }: Values): string[] {
  return ['0.0.0.0', ...(ipv6 ? ['::'] : [])];
}

/** Where certbot keeps them (https://eff-certbot.readthedocs.io/en/stable/using.html#where-are-my-certificates). */
function certbotFile(hostname: string, name: 'fullchain' | 'privkey'): string {
  return `/etc/letsencrypt/live/${hostname}/${name}.pem`;
}
