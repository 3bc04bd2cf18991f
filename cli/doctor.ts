import { Command, Option } from 'commander';
import { examineSystem } from '@/lib/doctor/examine-system';
import { type Diagnosis, DOCTOR_AREAS, type DoctorArea, type Report } from '@/lib/doctor/schema';
import { isLocale, LOCALES, type Locale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { run } from './run';

type Options = { json?: boolean; language: Locale; only?: DoctorArea[] };

/** What the exit code says: a timer of the system looks at nothing else. */
const EXIT_CODES: Record<Report['state'], number> = { good: 0, warning: 0, error: 1, unknown: 2 };

export function doctorCommand(): Command {
  return new Command('doctor')
    .description(
      'look at DNS, domains, providers and AI now, and say what mends what is wrong; exits with 1 where something is to be mended, with 2 where somebody could not be asked',
    )
    .addOption(
      new Option('--language <code>', 'of what it says')
        .choices([...LOCALES])
        .default(languageOf(process.env)),
    )
    .addOption(new Option('--only <area...>', 'look at these alone').choices([...DOCTOR_AREAS]))
    .action(async ({ language, only, ...options }: Options) => {
      const { state } = await run(
        options,
        (ctx) => examineSystem({ ...ctx, locale: language }, { only }),
        (report) => tell(report, language),
      );
      process.exitCode = EXIT_CODES[state];
    });
}

type Environment = Record<string, string | undefined>;

/** As the terminal speaks (POSIX): the first that is set. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Environment): Locale {
  const code = (LC_ALL || LC_MESSAGES || LANG || '').slice(0, 2);
  return isLocale(code) ? code : 'en';
}

const SIGNS = { error: '✗', warning: '!', unknown: '?' };

function tell({ findings, looked }: Report, language: Locale): string {
  const t = translator(language);
  const count = (severity: Diagnosis['severity']) =>
    findings.filter((found) => found.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), unknown: count('unknown') };
  return [
    ...findings.flatMap(({ severity, subject, what, remedy, record }) => [
      `${SIGNS[severity]} ${subject}`,
      `    ${what}`,
      `    → ${remedy}`,
      ...(record ? [`      ${record.type} ${record.name} ${record.value}`] : []),
    ]),
    t('doctor.looked', looked),
    findings.length === 0 ? t('doctor.good') : t('doctor.counts', counts),
  ].join('\n');
}
