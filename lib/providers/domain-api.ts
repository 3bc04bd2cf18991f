import type { KeySource } from './key-api';
import type { ProviderConfig } from './provider-config';

/** A record that a service wants of a domain. `ownership`: it proves whose the domain is. */
export type DomainRecord = {
  purpose: 'dkim' | 'return_path' | 'tracking' | 'ownership';
  type: 'TXT' | 'CNAME' | 'MX';
  name: string;
  value: string;
};

/** What a service knows of a domain. `verified`: by its own look at DNS; null: it does not say. */
export type DomainThere = { verified: boolean | null; records: DomainRecord[] };

/**
 * The sending domains that a service knows, by its API and with the key in use. Both throw `ServiceFailure` for what the service or the
 * network does.
 */
export type DomainApi<Settings = Record<string, unknown>, Secrets = Record<string, string>> = {
  source: KeySource;
  /** What the key must be allowed to, by the service's own names; null: its keys may all do the same. */
  permissions: { find: string | null; create: string | null };
  /** Null: the service does not know the domain. */
  find(config: ProviderConfig<Settings, Secrets>, domain: string): Promise<DomainThere | null>;
  /** One that is there already stays as it is. */
  create(config: ProviderConfig<Settings, Secrets>, domain: string): Promise<DomainThere>;
};
