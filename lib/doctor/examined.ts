import type { Diagnosis } from './schema';

/** What looking at one area brought. */
export type Examined = { looked: number; findings: Omit<Diagnosis, 'area'>[] };
