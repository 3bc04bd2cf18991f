/** What a rule measures, and from when on that is an alert unless somebody says otherwise. What is null has no meaning for the kind. */
export const ALERT_KINDS = {
  /** Percent of the messages that came to rest in the window. */
  failure_rate: { threshold: 10, windowMinutes: 60, minSample: 20, severity: 'critical' },
  // Where Amazon SES begins a review; mailbox providers ask for less than 0.3 % complaints, and advise 0.1 %.
  bounce_rate: { threshold: 5, windowMinutes: 1440, minSample: 100, severity: 'warning' },
  // People complain for days after they got it.
  complaint_rate: { threshold: 0.1, windowMinutes: 10_080, minSample: 1000, severity: 'critical' },
  /** Minutes that the oldest message could have gone. */
  queue_age: { threshold: 10, windowMinutes: null, minSample: null, severity: 'critical' },
  parked: { threshold: 10, windowMinutes: null, minSample: null, severity: 'warning' },
  provider_down: { threshold: null, windowMinutes: null, minSample: null, severity: 'critical' },
  /** How often it stopped by itself in the window. */
  provider_flapping: { threshold: 3, windowMinutes: 60, minSample: null, severity: 'warning' },
  limit_forecast: { threshold: null, windowMinutes: null, minSample: null, severity: 'warning' },
  budget_forecast: { threshold: null, windowMinutes: null, minSample: null, severity: 'warning' },
  /** A provider that told of its messages and tells nothing any more, though so many were sent. */
  events_silent: { threshold: null, windowMinutes: 1440, minSample: 50, severity: 'warning' },
  webhook_stopped: { threshold: null, windowMinutes: null, minSample: null, severity: 'warning' },
  /** Days before its end. */
  token_ending: { threshold: 7, windowMinutes: null, minSample: null, severity: 'warning' },
  /** Fewer workers than this. */
  no_worker: { threshold: 1, windowMinutes: null, minSample: null, severity: 'critical' },
  /** One of the records of a domain that was right is not any more. */
  domain_broken: { threshold: null, windowMinutes: null, minSample: null, severity: 'critical' },
  /** Percent of the disk that is free; less than a gigabyte is always too little. */
  disk_low: { threshold: 5, windowMinutes: null, minSample: null, severity: 'critical' },
  /** Days before the end of a mail server's certificate: who renews in time does so a month before (Let's Encrypt). */
  certificate_ending: { threshold: 14, windowMinutes: null, minSample: null, severity: 'warning' },
  /** Percent of the monthly budget of an AI provider, or of all of them. */
  ai_budget: { threshold: 80, windowMinutes: null, minSample: null, severity: 'warning' },
  /** How often in a row subjects could not be read from an address. */
  source_failing: { threshold: 2, windowMinutes: null, minSample: null, severity: 'warning' },
} as const satisfies Record<string, Bounds & { severity: Severity }>;

export const KINDS = Object.keys(ALERT_KINDS) as AlertKind[];
export type AlertKind = keyof typeof ALERT_KINDS;

export const SEVERITIES = ['warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type Bounds = { threshold: number | null; windowMinutes: number | null; minSample: number | null };

/** Their threshold is in percent. */
export const PERCENT_KINDS: readonly AlertKind[] = [
  'failure_rate',
  'bounce_rate',
  'complaint_rate',
  'ai_budget',
];
