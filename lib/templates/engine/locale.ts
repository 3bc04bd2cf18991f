/** In whose words and by whose clock a template speaks. */
export type TemplateLocale = { language: string; timeZone: string; currency: string };

/** Filters find it in the registers of a rendering: no template can reach it there. */
export const LOCALE_REGISTER = 'relevo';

type FilterThis = { context: { getRegister(key: string): unknown } };

export function localeOf(filter: unknown): TemplateLocale {
  return (filter as FilterThis).context.getRegister(LOCALE_REGISTER) as TemplateLocale;
}

/** What is dear to make is made once for each of a handful of languages and zones. */
export function remember<T>(make: (key: string) => T, most = 200): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** Intl writes spaces that do not break: they make a dear SMS of a cheap one, and differ from one ICU to the next. */
export function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f\u2009]/g, ' ');
}
