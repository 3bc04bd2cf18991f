import type { StoredHealthItem } from '@/drizzle/schema/domain-health';

export const AREAS = [
  'name',
  'blocklist',
  'certificate',
  'return_path',
  'spf',
  'dmarc',
  'mta_sts',
  'tls_reports',
  'logo',
] as const;
export const HEALTH_STATES = ['good', 'note', 'warning', 'error', 'unknown'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

export type HealthItem = Omit<StoredHealthItem, 'findings'> & {
  /** In words: `findings.<code>` of the panel; `summary` is the same in English. `url`: where a person gets off a list. */
  findings: {
    code: string;
    severity: HealthState;
    values: Record<string, string | number>;
    summary: string;
    url: string | null;
  }[];
};

export type DomainHealth = {
  domain: string;
  /** The worst of all. */
  state: HealthState;
  items: HealthItem[];
  checkedAt: string | null;
  nextCheckAt: string | null;
};
