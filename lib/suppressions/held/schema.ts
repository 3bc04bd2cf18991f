import { z } from 'zod';
import type { HeldCause } from '@/lib/providers/list-api';
import type { ServiceProblem } from '@/lib/providers/service-failure';

/** What is held by a service and not by us (`theirs`), and what was lifted here and is still held there (`lifted`). */
export type Difference = {
  theirs: { total: number; byCause: Partial<Record<HeldCause, number>>; sample: HeldView[] };
  lifted: { total: number; sample: HeldView[] };
};

export type HeldView = {
  address: string;
  cause: HeldCause;
  reason: string | null;
  code: string | null;
  at: string | null;
};

export type ProviderListsView = {
  /** False: the API of the service documents no such list. */
  supported: boolean;
  nightly: boolean;
  /** `read`: page by page; `apply`: the difference is taken over. Both go on by themselves. */
  step: 'rest' | 'read' | 'apply';
  /** How many the service holds, as far as they are read. */
  held: number;
  readAt: string | null;
  appliedAt: string | null;
  /** Of the last time that a difference was applied. */
  imported: number;
  removed: number;
  /** It waits until then: the service asked for it, or did not answer. */
  waitsUntil: string | null;
  problem: ServiceProblem | null;
  detail: string | null;
  /** Null: nothing has been read yet. */
  difference: Difference | null;
};

/** `PATCH /api/v1/providers/{id}/suppressions`. */
export const ProviderListsPatch = z.strictObject({ nightly: z.boolean() });
export type ProviderListsPatch = z.output<typeof ProviderListsPatch>;
