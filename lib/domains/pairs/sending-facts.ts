import { isIP } from 'node:net';
import type { KeyRow } from '@/lib/dkim/keys';
import type { DnsResolver } from '@/lib/dns/types';
import { isPublicAddress } from '@/lib/outbound/targets';
import { isOwnServer } from '@/lib/providers/email/smtp/own-server';
import { SMTP_PRESETS } from '@/lib/providers/email/smtp/presets';
import type { SmtpSettings } from '@/lib/providers/email/smtp/settings';
import { signsHere } from '@/lib/providers/email/smtp/signs-here';
import type { LoadedProvider } from '@/lib/providers/load';
import { asciiDomain } from '@/lib/text/ascii-domain';
import type { DomainRow } from '../row';
import { termOf } from '../spf-terms';
import { sampleAddresses } from './sample-addresses';

export type Signature = {
  domain: string;
  result: 'pass' | 'fail' | 'temperror';
  by: 'relevo' | 'provider';
  selector?: string;
};

/** How a provider sends in the name of a domain, as far as anybody knows. */
export type SendingFacts = {
  /** The domain of the envelope's sender, which SPF is asked of; null: not known. */
  envelope: string | null;
  /** That domain is the service's own, and its SPF is the service's business. */
  envelopeIsTheirs: boolean;
  /** From which it may come; null: not known. */
  addresses: string[] | null;
  signatures: Signature[];
};

/**
 * Whose bounces come to a domain of the service unless one of one's own is set up: https://docs.aws.amazon.com/ses/latest/dg/mail-from.html,
 * https://postmarkapp.com/support/article/910-custom-return-path, https://www.twilio.com/docs/sendgrid/glossary/domain-authentication
 */
const THEIR_ENVELOPE: Record<string, string> = {
  ses: 'amazonses.com',
  postmark: 'pm.mtasv.net',
  sendgrid: 'sendgrid.net',
};
const MOST_ADDRESSES = 4;

export async function sendingFacts(
  row: DomainRow,
  keys: KeyRow[],
  provider: LoadedProvider,
  resolver: DnsResolver,
): Promise<SendingFacts> {
  if (provider.row.kind === 'smtp') return factsOfSmtp(row, keys, provider, resolver);
  if (provider.row.kind === 'mailgun') return factsOfMailgun(row, provider, resolver);
  const { records = [] } = row.wishes[provider.row.id] ?? {};
  const own = records.find(({ purpose }) => purpose === 'return_path')?.name ?? null;
  const theirs = THEIR_ENVELOPE[provider.row.kind];
  return {
    envelope: own ?? theirs ?? null,
    envelopeIsTheirs: own === null && theirs !== undefined,
    addresses: null,
    signatures: theirSignatures(row, provider.row.id, row.name),
  };
}

async function factsOfSmtp(
  row: DomainRow,
  keys: KeyRow[],
  provider: LoadedProvider,
  resolver: DnsResolver,
): Promise<SendingFacts> {
  const settings = provider.config.settings as SmtpSettings;
  return {
    envelope: domainOf(settings.bounceAddress) ?? mailboxDomain(settings) ?? row.name,
    envelopeIsTheirs: false,
    addresses: await addressesOf(row, provider, resolver),
    signatures: signsHere(settings)
      ? ownSignatures(row, keys)
      : theirSignatures(row, provider.row.id, row.name),
  };
}

/** What a sandbox or test key of Mailgun sends for is in its settings: it signs and takes bounces there, whatever From says. */
async function factsOfMailgun(
  row: DomainRow,
  provider: LoadedProvider,
  resolver: DnsResolver,
): Promise<SendingFacts> {
  const domain = asciiDomain((provider.config.settings as { domain: string }).domain);
  return {
    envelope: domain,
    envelopeIsTheirs: false,
    addresses: await sampleAddresses('mailgun.org', resolver),
    signatures: theirSignatures(row, provider.row.id, domain),
  };
}

/** By keys of here whose records are there, seen by the check of the records. */
function ownSignatures({ name, checks }: DomainRow, keys: KeyRow[]): Signature[] {
  return keys
    .filter(({ state }) => state === 'signing')
    .map(({ selector }) => {
      const state = checks[`dkim:${selector}`]?.state ?? 'unknown';
      const result = state === 'right' ? 'pass' : state === 'unknown' ? 'temperror' : 'fail';
      return { domain: name, selector, by: 'relevo', result };
    });
}

/** By keys that the service keeps for the domain, as its API tells and DNS shows; it does not tell: nobody knows. */
function theirSignatures({ wishes, checks }: DomainRow, providerId: string, domain: string): Signature[] {
  const told = wishes[providerId];
  const by = 'provider' as const;
  if (told?.problem === 'absent') return [];
  if (!told || told.problem) return [{ domain, by, result: 'temperror' }];
  const states = told.records.flatMap(({ purpose }, index) =>
    purpose === 'dkim' ? [checks[`provider:${providerId}:${index}`]?.state ?? 'unknown'] : [],
  );
  const isWrong = states.some((state) => state !== 'right' && state !== 'unknown');
  const isRight = states.length > 0 ? states.every((state) => state === 'right') : told.verified === true;
  return [{ domain, by, result: isWrong ? 'fail' : isRight ? 'pass' : 'temperror' }];
}

async function addressesOf(
  { name, senders }: DomainRow,
  provider: LoadedProvider,
  resolver: DnsResolver,
): Promise<string[] | null> {
  const settings = provider.config.settings as SmtpSettings;
  if (!isOwnServer(settings)) {
    const [, include] = /^include:(.+)$/.exec(termOf(provider, name, false) ?? '') ?? [];
    return include === undefined ? null : sampleAddresses(include, resolver);
  }
  const named = senders.providerIds.includes(provider.row.id) ? senders.addresses : [];
  const addresses =
    named.length > 0
      ? named.map((range) => range.split('/')[0]!)
      : await lookUp(settings.host ?? '', resolver);
  return addresses.length > 0 ? addresses.slice(0, MOST_ADDRESSES) : null;
}

/** Of a server that is reached within a network nobody here knows by which address the world sees it. */
async function lookUp(host: string, resolver: DnsResolver): Promise<string[]> {
  if (isIP(host)) return [host].filter(isPublicAddress);
  const answers = await Promise.all([resolver.resolve(host, 'A'), resolver.resolve(host, 'AAAA')]);
  return answers.flatMap((answer) =>
    answer.state === 'found' ? answer.records.filter(isPublicAddress) : [],
  );
}

/** A mailbox service puts the account into the envelope, whatever is asked for. */
function mailboxDomain({ preset, username }: SmtpSettings): string | null {
  return preset && SMTP_PRESETS[preset]?.mailbox ? domainOf(username) : null;
}

function domainOf(address: string | undefined): string | null {
  return address?.includes('@') ? asciiDomain(address.slice(address.lastIndexOf('@') + 1)) : null;
}
