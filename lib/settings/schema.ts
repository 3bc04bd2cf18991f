import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { PRIORITIES } from '@/lib/queue/priority';
import { GUARD_MODES } from '@/lib/routing/sender-guard';
import { STRATEGIES } from '@/lib/routing/types';
import { AiSettings } from './ai';
import { BOUNDS, percent, whole } from './bounds';
import { categories, distinct } from './categories';
import { isCountry } from './countries';
import { development } from './development';
import { isCurrency, isTimeZone } from './known-names';
import { quietHours } from './quiet-hours';
import { security } from './security';
import { sms } from './sms';
import { SystemSettings, system } from './system';
import { whatsapp } from './whatsapp';

export const KEPT_ADDRESSES = ['whole', 'network', 'none'] as const;

/** Every field carries its default: an empty document is a complete set of settings. */
const delivery = {
  strategies: {
    transactional: z.enum(STRATEGIES).default('priority'),
    marketing: z.enum(STRATEGIES).default('cost'),
  },
  /** Weights of the strategy `balanced`; only their proportion matters. */
  balanced: {
    cost: percent().default(30),
    reliability: percent().default(50),
    speed: percent().default(20),
  },
  /** Providers through which mail of the sender's domain would fail DMARC, as the last check of the domain found: used as others, last, or never. */
  sender: { guard: z.enum(GUARD_MODES).default('last') },
  breaker: {
    failures: BOUNDS.breaker.failures.default(5),
    openSeconds: BOUNDS.breaker.openSeconds.default(300),
    windowMinutes: whole(1, 1_440).default(15),
    minSample: whole(1, 100_000).default(20),
    unhealthyBelowPercent: percent().default(50),
    degradedBelowPercent: percent().default(80),
  },
  /** Share of a provider's limit that may be used; urgent messages may use all of it. */
  limits: { bufferPercent: percent(1).default(90) },
  retries: {
    faultMinutes: BOUNDS.retries.faultMinutes.default([5, 15, 30]),
    /** Follows `faultMinutes` where the receiver said "not now". */
    deferralMinutes: BOUNDS.retries.deferralMinutes.default([60, 120, 240, 480, 960]),
    /** Tries on a provider that could not be reached, where nobody else can take over at once; 1: none but the first. */
    immediateTries: BOUNDS.retries.immediateTries.default(3),
    immediateDelaySeconds: BOUNDS.retries.immediateDelaySeconds.default(5),
    /** Categories of which a second copy is better than none, after an unknown outcome. */
    repeatUncertain: categories.default(['transactional']),
    /**
     * After so long out of service, a provider that may have the message already no longer keeps it from the others: a possible second
     * copy, where `repeatUncertain` allows one. 0: never.
     */
    secondCopyAfterMinutes: whole(0, 10_080).default(30),
  },
  /** A message that would wait longer than this for a provider's pace goes to another one, where there is one. */
  pace: { failOverAfterSeconds: BOUNDS.pace.failOverAfterSeconds.default(60) },
  content: {
    /** Mail programs and filters expect text beside HTML: made from it where the sender gave none. */
    textFromHtml: z.boolean().default(true),
    /** `test@org`: hosts of a network of one's own. */
    singleLabelDomains: z.boolean().default(false),
  },
  development,
  sms,
  whatsapp,
  quietHours,
  /** Of messages that say nothing of it themselves. */
  tracking: {
    opens: categories.default(['marketing']),
    clicks: categories.default(['marketing']),
    /** Also transactional messages bring a way to unsubscribe from them. */
    unsubscribeAlways: z.boolean().default(false),
    /** What is kept of the address of who opens or clicks: all of it, its network (/24, /48), or nothing. */
    addresses: z.enum(KEPT_ADDRESSES).default('network'),
  },
  /** From this score on a message of the category is refused, where the channel has such a check. 0: it only warns. */
  contentCheck: { transactional: percent().default(0), marketing: percent().default(0) },
  healthChecks: { enabled: z.boolean().default(true), everyMinutes: whole(1, 1_440).default(5) },
  healing: {
    enabled: z.boolean().default(true),
    errorsPerMinute: whole(1, 100_000).default(50),
    slowSeconds: whole(1, 300).default(10),
    slowPercent: percent(1).default(15),
    stepPercent: percent(1).default(10),
  },
  queue: {
    pausedPriorities: z
      .array(z.enum(PRIORITIES))
      .max(PRIORITIES.length)
      .refine(distinct, flaw('twice'))
      .default([]),
  },
  worker: { concurrency: whole(1, 100).default(24), urgentConcurrency: whole(1, 32).default(4) },
  /** `versionDays`: of what is configured; the newest fifty stay however old they are. */
  retention: { days: whole(1, 3_650).default(30), versionDays: whole(7, 3_650).default(365) },
  /** How much of the mail should arrive: what the figures are held against. */
  target: { arrivedPercent: z.number().min(50).max(100).default(99.9) },
  /** Whom Relevo stops sending to by itself, and for how long. */
  suppressions: {
    automatic: z.boolean().default(true),
    /** So many messages in a row that a mailbox did not take. */
    softInARow: whole(1, 20).default(5),
    /** After so many days it is tried again; what is older does not count either. */
    softDays: whole(1, 365).default(30),
    /** Who called a newsletter spam gets no receipt either. */
    complaintStopsTransactional: z.boolean().default(false),
  },
};

const general = {
  timeZone: z.string().refine(isTimeZone, flaw('time_zone')).default('UTC'),
  currency: z.string().refine(isCurrency, flaw('currency')).default('USD'),
  /** Where messages of no company, or of one that says nothing of it, are at home (ISO 3166-1): whose numbers are meant where none has a country. */
  country: z.string().refine(isCountry, flaw('country')).nullable().default(null),
};

/** Wrapped so that an absent section means its defaults. */
const section = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape);

export const DeliverySettings = z.strictObject({
  strategies: section(delivery.strategies).prefault({}),
  balanced: section(delivery.balanced)
    .refine(({ cost, reliability, speed }) => cost + reliability + speed > 0, {
      path: ['cost'],
      ...flaw('weights_zero'),
    })
    .prefault({}),
  sender: section(delivery.sender).prefault({}),
  breaker: section(delivery.breaker)
    .refine((breaker) => breaker.degradedBelowPercent >= breaker.unhealthyBelowPercent, {
      path: ['degradedBelowPercent'],
      ...flaw('below_unhealthy'),
    })
    .prefault({}),
  limits: section(delivery.limits).prefault({}),
  retries: section(delivery.retries).prefault({}),
  pace: section(delivery.pace).prefault({}),
  content: section(delivery.content).prefault({}),
  development: section(delivery.development).prefault({}),
  sms: section(delivery.sms).prefault({}),
  whatsapp: section(delivery.whatsapp).prefault({}),
  quietHours: section(delivery.quietHours).prefault({}),
  tracking: section(delivery.tracking).prefault({}),
  contentCheck: section(delivery.contentCheck).prefault({}),
  healthChecks: section(delivery.healthChecks).prefault({}),
  healing: section(delivery.healing).prefault({}),
  queue: section(delivery.queue).prefault({}),
  worker: section(delivery.worker).prefault({}),
  retention: section(delivery.retention).prefault({}),
  target: section(delivery.target).prefault({}),
  suppressions: section(delivery.suppressions).prefault({}),
});
export type DeliverySettings = z.infer<typeof DeliverySettings>;
export type SuppressionSettings = DeliverySettings['suppressions'];

export const GeneralSettings = section(general);
export type GeneralSettings = z.infer<typeof GeneralSettings>;

export const SecuritySettings = section(security);
export type SecuritySettings = z.infer<typeof SecuritySettings>;

export const Settings = z.strictObject({
  general: GeneralSettings.prefault({}),
  security: SecuritySettings.prefault({}),
  delivery: DeliverySettings.prefault({}),
  ai: AiSettings.prefault({}),
  system: SystemSettings.prefault({}),
});
export type Settings = z.infer<typeof Settings>;

/** As the panel and the API see them: `version` grows with every change. */
export type SettingsView = Settings & { version: number };

export const DEFAULT_SETTINGS: Settings = Settings.parse({});

type Undefaulted<S> = { [K in keyof S]: S[K] extends z.ZodDefault<infer T> ? z.ZodOptional<T> : never };

/** The same fields, none needed and none filled in: what is not named stays as it is. */
function changes<S extends Record<string, z.ZodDefault>>(shape: S) {
  const fields = Object.entries(shape).map(([name, field]) => [name, z.optional(field.unwrap())]);
  return z.strictObject(Object.fromEntries(fields) as Undefaulted<S>).optional();
}

export const SettingsPatch = z.strictObject({
  /** What was read: refused with 409 if somebody saved meanwhile. Without it the last one wins. */
  version: z.int().nonnegative().optional(),
  general: changes(general),
  security: changes(security),
  ai: changes(AiSettings.shape),
  system: z
    .strictObject({
      processes: changes(system.processes),
      database: changes(system.database),
      disk: changes(system.disk),
      caches: changes(system.caches),
    })
    .optional(),
  delivery: z
    .strictObject({
      strategies: changes(delivery.strategies),
      balanced: changes(delivery.balanced),
      sender: changes(delivery.sender),
      breaker: changes(delivery.breaker),
      limits: changes(delivery.limits),
      retries: changes(delivery.retries),
      pace: changes(delivery.pace),
      content: changes(delivery.content),
      development: changes(delivery.development),
      sms: changes(delivery.sms),
      whatsapp: changes(delivery.whatsapp),
      quietHours: changes(delivery.quietHours),
      tracking: changes(delivery.tracking),
      contentCheck: changes(delivery.contentCheck),
      healthChecks: changes(delivery.healthChecks),
      healing: changes(delivery.healing),
      queue: changes(delivery.queue),
      worker: changes(delivery.worker),
      retention: changes(delivery.retention),
      target: changes(delivery.target),
      suppressions: changes(delivery.suppressions),
    })
    .optional(),
});
export type SettingsPatch = z.infer<typeof SettingsPatch>;
