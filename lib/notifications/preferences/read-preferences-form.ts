import { isLocale } from '@/lib/i18n/locales';
import { TYPE_CHANNELS } from '../types/schema';
import { PreferencesPatch } from './schema';

type Form = Pick<PreferencesPatch, 'language' | 'quietHours'> & {
  types: NonNullable<PreferencesPatch['types']>;
  digests: NonNullable<PreferencesPatch['digests']>;
};

/**
 * What a browser sends of the page: `shown` names each choice that was on it, `wanted` those that are ticked, so that what is new since is
 * not taken for refused. Null: it is none of ours.
 */
export function readPreferencesForm(text: string, language: string | null): Form | null {
  const fields = new URLSearchParams(text);
  if (fields.get('does') !== 'save') return null;
  const wanted = new Set(fields.getAll('wanted'));
  const types: Form['types'] = {};
  for (const shown of fields.getAll('shown')) {
    const [key = '', name] = shown.split(' ');
    const channel = TYPE_CHANNELS.find((each) => each === name);
    if (channel) types[key] = { ...types[key], [channel]: wanted.has(shown) };
  }
  const asked = [...fields].filter(([name]) => name.startsWith('digest '));
  const digests = Object.fromEntries(
    asked.map(([name, value]) => [name.slice('digest '.length), value || null]),
  );
  const chosen = fields.get('language');
  const isOther = isLocale(chosen) && chosen !== language?.slice(0, 2);
  const parsed = PreferencesPatch.safeParse({
    types,
    digests,
    ...(fields.has('quietFrom') && {
      quietHours: quietOf(fields.get('quietFrom'), fields.get('quietUntil')),
    }),
    ...(isOther && { language: chosen }),
  });
  return parsed.success ? { ...parsed.data, types, digests: parsed.data.digests ?? {} } : null;
}

/** Without a beginning, without an end, or with the same hour for both there are none. */
function quietOf(from: string | null, until: string | null) {
  return from && until && from !== until ? { fromHour: Number(from), untilHour: Number(until) } : null;
}
