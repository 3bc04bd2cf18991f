import type { KeySource } from './key-api';
import type { ProviderConfig } from './provider-config';

/** Why a service sends to an address no more, in the words of our own list. */
export const HELD_CAUSES = ['hard_bounce', 'complaint', 'unsubscribe', 'manual'] as const;
export type HeldCause = (typeof HELD_CAUSES)[number];

/** One address that a service keeps from being sent to. */
export type HeldAddress = {
  /** As the service writes it, by which it is taken out again. */
  address: string;
  /** The service's own name of the list it is on. */
  list: string;
  cause: HeldCause;
  code?: string;
  reason?: string;
  /** Null: the service does not say since when. */
  at: Date | null;
};

/** A part of the lists; `next`: where the following part begins, null: this was the last one. */
export type HeldPage = { held: HeldAddress[]; next: string | null };

/**
 * The lists of addresses to which a service sends no more, of the account or domain that the key in use is for. Both throw `ServiceFailure`
 * for what the service or the network does.
 */
export type ListApi<Settings = Record<string, unknown>, Secrets = Record<string, string>> = {
  source: KeySource;
  /** `cursor`: null begins. */
  page(config: ProviderConfig<Settings, Secrets>, cursor: string | null): Promise<HeldPage>;
  /** One that is gone already is taken out. */
  remove(
    config: ProviderConfig<Settings, Secrets>,
    held: Pick<HeldAddress, 'address' | 'list'>,
  ): Promise<void>;
};
