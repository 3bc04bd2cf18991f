import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { ROLES } from '@/lib/roles';
import { whole } from './bounds';
import { distinct } from './categories';
import { addresses, smtpPorts } from './security-lists';

/** A month. */
export const SESSION_HOURS_MAX = 720;

/** Who is let in is judged by `address-rules.ts`. */
export const security = {
  /** A session of the panel ends where nobody does anything for so long, and in any case after so many hours (OWASP: 15 to 30 minutes, 4 to 8 hours). */
  sessionIdleMinutes: whole(5, 1_440).default(30),
  sessionHours: whole(1, SESSION_HOURS_MAX).default(8),
  /** Wrong passwords or codes in a row before tries have to wait, and how long the wait grows at most: then one is judged in that time. */
  signInAttempts: whole(3, 20).default(5),
  signInWaitMinutes: whole(1, 60).default(15),
  /** Where the panel may be used from; none: from everywhere. What is denied stays so, whatever is allowed. */
  panelAllow: addresses.default([]),
  panelDeny: addresses.default([]),
  /** The same for programs with a token. */
  apiAllow: addresses.default([]),
  apiDeny: addresses.default([]),
  /** From where `/api/metrics` may be read without a token; none: from nowhere. */
  metricsAllow: addresses.default([]),
  smtpPorts,
  /** Whose password alone opens nothing: who has no second factor sets one up before anything else. */
  secondFactorFor: z.array(z.enum(ROLES)).max(ROLES.length).refine(distinct, flaw('twice')).default([]),
  /** Of a token for which nothing else is said: days until it ends, 0 never, and hours for which a rotated secret works on. */
  tokenDays: whole(0, 3_650).default(0),
  tokenGraceHours: whole(0, 720).default(24),
  /** So old the key of a provider may become before a person is reminded, unless the provider has its own; 0: nobody is. */
  providerKeyDays: whole(0, 3_650).default(365),
  /** No campaign is started before a person who neither made it nor changed it last has agreed. */
  campaignApproval: z.boolean().default(false),
  /** How long it is known who changed what. */
  auditDays: whole(30, 3_650).default(730),
};
