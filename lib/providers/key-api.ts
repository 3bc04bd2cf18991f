import type { ProviderConfig } from './provider-config';
import { SERVICE_PROBLEMS } from './service-failure';

/** Where it is documented, and when that was read. */
export type KeySource = { url: string; checked: string };

/** Why a key could not be replaced: `permission`: the key in use may not make keys; `limit`: the account has as many as it may. */
export const KEY_PROBLEMS = [...SERVICE_PROBLEMS, 'test', 'gone', 'end'] as const;
export type KeyProblem = (typeof KEY_PROBLEMS)[number];

export type MadeKey<Secrets> = { id: string; secrets: Partial<Secrets> };

/** When a key was asked for, by which name, and which ones of the service are known to be others. */
export type AskedKey = { name: string; askedAt: Date; known: string[] };

/**
 * How a service makes and ends keys by its API, with the key in use. All of them throw `ServiceFailure` for what the service or the network does.
 */
export type KeyApi<Settings = Record<string, unknown>, Secrets = Record<string, string>> = {
  source: KeySource;
  /** What the service calls the key in use, by which it can be ended; undefined: neither the key nor the service tells. */
  idOf(config: ProviderConfig<Settings, Secrets>): Promise<string | undefined>;
  make(config: ProviderConfig<Settings, Secrets>, name: string): Promise<MadeKey<Secrets>>;
  /** The ids of keys that came of asking so: nobody heard the answer. */
  find(config: ProviderConfig<Settings, Secrets>, asked: AskedKey): Promise<string[]>;
  /** One that is gone already is ended. */
  end(config: ProviderConfig<Settings, Secrets>, id: string): Promise<void>;
};
