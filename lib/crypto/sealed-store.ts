import type { SealContext } from './envelope';

/** `owner`: whom to name to a person, where somebody must act. */
export type SealedRow = {
  id: string;
  owner: string | null;
  cells: { name: string; sealed: string; context: SealContext }[];
};

/** A place where sealed values are kept, for the rotation of master keys. */
export type SealedStore = {
  name: string;
  /** How many values each master key has encrypted, by its id. */
  count(): Promise<{ keyId: string; count: number }[]>;
  /** The next rows, by id, with a value that another key than this one has encrypted. */
  readStale(activeId: string, after: string | null, limit: number): Promise<SealedRow[]>;
  /** Compare-and-set: false when the row is not any more what was read. */
  replace(row: SealedRow, sealed: Record<string, string>): Promise<boolean>;
};
