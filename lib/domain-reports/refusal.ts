/** Why a file is no report that can be taken. In words: `domainReports.refusals` of lib/i18n. */
export const REFUSALS = [
  'not_a_report',
  'too_large',
  'bomb',
  'encrypted',
  'several_files',
  'archive_in_archive',
  'broken_archive',
  'doctype',
  'broken_xml',
  'broken_json',
  'no_domain',
  'no_report_id',
  'no_reporter',
  'bad_dates',
  'bad_record',
  'no_records',
  'too_many_records',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** Expected of what strangers send. `detail` is theirs, cut. */
export class ReportRefusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail: string | null = null,
  ) {
    super(code);
  }
}
