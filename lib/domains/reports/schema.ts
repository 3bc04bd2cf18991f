import { z } from 'zod';
import type { DmarcPolicy } from '@/lib/dmarc/parse-dmarc';
import type { ReportResult } from '@/lib/domain-reports/read-files';
import type { SourceKind } from '@/lib/domain-reports/sums';
import type { Problem } from './problems';

export type { SourceKind };

/** `GET /api/v1/domains/{id}/reports`. */
export const ReportSpan = z.strictObject({ days: z.coerce.number().int().min(1).max(365).optional() });
export type ReportSpan = z.output<typeof ReportSpan>;

/** `POST /api/v1/domains/reports`: `left`: files that were not read, as they were too many for one request. */
export type ReportUpload = { data: ReportResult[]; noted: number; left: number };

export type SourceAddress = { address: string; ptr: string | null; messages: number; failed: number };
/** One who sends as the domain. */
export type SourceView = {
  kind: SourceKind;
  name: string | null;
  messages: number;
  failed: number;
  /** Of those that failed, what reporters did with them. */
  quarantined: number;
  rejected: number;
  addresses: SourceAddress[];
  /** All of them, also those that are not listed. */
  addressCount: number;
  problems: Problem[];
};

export type ReportDay = { day: string } & Record<SourceKind, number> & { failed: number };

export type DomainReports = {
  from: string;
  to: string;
  messages: number;
  passed: number;
  quarantined: number;
  rejected: number;
  sources: SourceView[];
  days: ReportDay[];
  advice: {
    /** As reporters read it last; null: none has. */
    policy: DmarcPolicy | null;
    next: DmarcPolicy | null;
    reason: 'no_reports' | 'too_short' | 'too_few' | 'own_mail_fails' | 'ready' | 'at_the_end';
    /** What the next step would have cost of one's own mail, and over how many days that is known. */
    wouldLose: number;
    days: number;
  };
  encryption: {
    sessions: number;
    failed: number;
    failures: { type: string; host: string | null; sessions: number }[];
  };
  reports: {
    id: string;
    kind: 'dmarc' | 'tls';
    reporter: string;
    reportId: string;
    beginsAt: string;
    endsAt: string;
    messages: number;
    passed: number;
  }[];
};
