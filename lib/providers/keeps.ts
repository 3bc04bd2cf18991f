import { findAdapter, listAdapters } from './registry';

/** A sandbox, whether or not its settings can be read: it keeps messages, and nobody receives them. */
export function keepsMessages({ kind }: { kind: string }): boolean {
  return findAdapter(kind)?.keeps === true;
}

/** For statements. */
export function keepingKinds(): string[] {
  return listAdapters()
    .filter(({ keeps }) => keeps)
    .map(({ kind }) => kind);
}
