/** What people call it, in the order in which it is looked for: each one's name also stands in those of others that pretend to be it. */
const PROGRAMS: [RegExp, string][] = [
  [/Thunderbird/, 'Thunderbird'],
  [/Outlook|MSOffice|Microsoft Office/, 'Outlook'],
  [/GoogleImageProxy/, 'Gmail'],
  [/YahooMailProxy/, 'Yahoo Mail'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS|Chromium/, 'Chrome'],
  [/Version\/[\d.]+.*Safari/, 'Safari'],
  [/AppleWebKit/, 'Apple Mail'],
];

const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
];

/** The program and the system that a visitor claims to have; null: nobody would know it by its name. */
export function agentWords(agent: string): { program: string | null; system: string | null } {
  const find = (known: [RegExp, string][]) => known.find(([pattern]) => pattern.test(agent))?.[1] ?? null;
  return { program: find(PROGRAMS), system: find(SYSTEMS) };
}
