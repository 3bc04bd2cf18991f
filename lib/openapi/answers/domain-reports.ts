import { z } from 'zod';
import type { ReportResult } from '@/lib/domain-reports/read-files';
import { REFUSALS } from '@/lib/domain-reports/refusal';
import { EFFECTS } from '@/lib/domain-reports/store-report';
import { SOURCE_KINDS } from '@/lib/domain-reports/sums';
import { PROBLEMS } from '@/lib/domains/reports/problems';
import type { DomainReports, ReportUpload } from '@/lib/domains/reports/schema';
import { POLICIES } from '@/lib/domains/schema';
import { answerOf, named } from '../named';
import { Count, Day, Id, Time } from './parts';

const kind = z.enum(['dmarc', 'tls']);

export const ReportResultAnswer = answerOf<ReportResult>()(
  'DomainReportResult',
  z.strictObject({
    file: z.string().describe('As the mail calls it.'),
    effect: z
      .enum(EFFECTS)
      .describe(
        '`repeated`: it was read before. `no_domain`: on a domain that is not here. `too_many`: more came on that domain today than all receivers send.',
      ),
    kind: kind.nullable(),
    domain: z.string().nullable(),
    reporter: z.string().nullable(),
    reportId: z.string().nullable(),
    messages: Count.nullable().describe('Or sessions, of TLS-RPT.'),
    refusal: z
      .strictObject({ code: z.enum(REFUSALS), detail: z.string().nullable() })
      .nullable()
      .describe('Why it is no report that can be taken.'),
  }),
);

export const ReadReportsAnswer = answerOf<ReportUpload>()(
  'ReadDomainReports',
  z.strictObject({
    data: z.array(ReportResultAnswer),
    noted: Count,
    left: Count.describe('Reports of the file that were too many for one request.'),
  }),
);

const sourceKind = z.enum(SOURCE_KINDS);
const policy = z.enum(POLICIES).nullable();
const days = z.strictObject({
  day: Day,
  own: Count,
  provider: Count,
  service: Count,
  forwarder: Count,
  stranger: Count,
  unknown: Count,
  failed: Count,
});

const source = named(
  'DomainSource',
  z.strictObject({
    kind: sourceKind.describe(
      '`own`: your server. `provider`: one that you send with. `service`: a known one that is none of your senders. `forwarder`: passes your mail on. `unknown`: nobody has looked yet, or DNS did not answer.',
    ),
    name: z.string().nullable(),
    messages: Count,
    failed: Count.describe('Neither DKIM nor SPF passed for the domain.'),
    quarantined: Count,
    rejected: Count,
    addresses: z.array(
      z.strictObject({ address: z.string(), ptr: z.string().nullable(), messages: Count, failed: Count }),
    ),
    addressCount: Count.describe('All of them; twenty are listed.'),
    problems: z.array(
      z.strictObject({ code: z.enum(PROBLEMS), domain: z.string().nullable(), messages: Count }),
    ),
  }),
);

export const DomainReportsAnswer = answerOf<DomainReports>()(
  'DomainReports',
  z.strictObject({
    from: Day,
    to: Day,
    messages: Count,
    passed: Count,
    quarantined: Count,
    rejected: Count,
    sources: z.array(source),
    days: z.array(days),
    advice: z.strictObject({
      policy: policy.describe('As receivers read it last; null: no report has come.'),
      next: policy.describe('The step that is advised; null: stay.'),
      reason: z.enum(['no_reports', 'too_short', 'too_few', 'own_mail_fails', 'ready', 'at_the_end']),
      wouldLose: Count.describe('Of your own mail, within these days.'),
      days: Count,
    }),
    encryption: z.strictObject({
      sessions: Count,
      failed: Count,
      failures: z.array(z.strictObject({ type: z.string(), host: z.string().nullable(), sessions: Count })),
    }),
    reports: z.array(
      z.strictObject({
        id: Id,
        kind,
        reporter: z.string(),
        reportId: z.string(),
        beginsAt: Time,
        endsAt: Time,
        messages: Count,
        passed: Count,
      }),
    ),
  }),
);
