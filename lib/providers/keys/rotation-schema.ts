import type { KeyProblem, KeySource } from '@/lib/providers/key-api';
import type { KeyView } from './key-schema';

/** `waiting`: it goes on by itself; `failed`: it is over, and the key from before is in use as it was. */
export type KeyRotationView = {
  id: string;
  state: 'waiting' | 'done' | 'failed';
  step: 'make' | 'test' | 'activate' | 'done';
  problem: KeyProblem | null;
  /** The service's own words. */
  detail: string | null;
  startedAt: string;
  finishedAt: string | null;
};

/** A provider's keys, and how they are replaced. */
export type KeysView = {
  data: KeyView[];
  /** Since when the key in use is the one that it is; null: there is none. */
  inUseSince: string | null;
  /** So old a key of any provider may become that has no age of its own, by the settings; null: as old as it likes. */
  usualDays: number | null;
  /** Whether the service's API makes keys; null: it has none to make, as a server with a password. */
  api: { makesKeys: boolean; source: KeySource } | null;
  rotation: KeyRotationView | null;
};
