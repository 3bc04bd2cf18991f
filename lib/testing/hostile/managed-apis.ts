import { listAdapters } from '@/lib/providers/registry';

/** Besides sending: what else an account is asked for. */
export const MANAGED = listAdapters().flatMap((adapter) =>
  (['keys', 'hooks'] as const).filter((api) => adapter[api]).map((api) => [adapter.kind, api] as const),
);
