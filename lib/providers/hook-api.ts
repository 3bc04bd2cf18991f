import type { KeySource } from './key-api';
import type { ProviderConfig } from './provider-config';

/** What an account has that posts to one address. */
export type FoundHook = {
  /** The service's names of events that it could tell there and does not. */
  missing: string[];
  /** Switched off there, by a person or since it could not be reached for too long, it tells nothing. */
  active: boolean;
  /** Whether it proves itself by what is stored here; null: the service does not show that. */
  proven: boolean | null;
  /** False: it waits for the answer from here that its messages are wanted. */
  confirmed: boolean;
};

/** `made`: there was none that posts here; `mended`: there was one, and it lacked something; `kept`: all was there. */
export type RegisteredHook = {
  did: 'made' | 'mended' | 'kept';
  /** Events that it tells from now on, by the service's names. */
  added: string[];
};

/** What proves who posts: stored before the service posts by it, or nothing could be verified meanwhile. */
export type HookProof<Settings, Secrets> = { settings?: Partial<Settings>; secrets?: Partial<Secrets> };

/**
 * How a service is told by its API to post what became of messages, with the key in use. What others set up there stays as it is. Both throw
 * `ServiceFailure` for what the service or the network does.
 */
export type HookApi<Settings = Record<string, unknown>, Secrets = Record<string, string>> = {
  source: KeySource;
  /** Null: nothing there posts to this address. Changes nothing. */
  find(config: ProviderConfig<Settings, Secrets>, url: string): Promise<FoundHook | null>;
  /** Afterwards exactly one posts there, and all that is of use here. Done twice it changes nothing the second time. */
  register(
    config: ProviderConfig<Settings, Secrets>,
    url: string,
    keep: (proof: HookProof<Settings, Secrets>) => Promise<void>,
  ): Promise<RegisteredHook>;
};
