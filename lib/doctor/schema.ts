export const DOCTOR_AREAS = ['dns', 'domains', 'providers', 'ai'] as const;
export type DoctorArea = (typeof DOCTOR_AREAS)[number];

/** `error`: mail suffers; `warning`: it is unwise; `unknown`: nobody could be asked, which says nothing. */
export type Severity = 'error' | 'warning' | 'unknown';

/** One thing that was found, in the reader's language. */
export type Diagnosis = {
  area: DoctorArea;
  /** What it is about: a domain, a provider, a server of DNS. */
  subject: string;
  severity: Severity;
  /** The same in each language. */
  code: string;
  what: string;
  remedy: string;
  /** Of DNS: what is to stand there. */
  record?: { type: string; name: string; value: string };
};

export type Report = {
  /** The worst of all; `good`: there was nothing to find. */
  state: 'good' | Severity;
  /** How many of each were looked at. */
  looked: Record<DoctorArea, number>;
  /** The worst first. */
  findings: Diagnosis[];
};
