import { getChannel } from '@/lib/channels/registry';
import { cachedCompanies } from '@/lib/companies/cache';
import type { ContactRow } from '@/lib/contacts/known';
import { isLocale, LOCALES, type Locale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { escapeHtml, visitorPage } from '@/lib/tracking/visitor-page';
import { isKnown } from '../hand-over';
import { DIGESTS, type PreferencesOfType, type PreferencesView } from './schema';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** One large form that any phone can show, with all that there is to choose. */
export async function drawPreferences(
  contact: ContactRow,
  locale: Locale,
  view: PreferencesView,
  isSaved: boolean,
): Promise<Response> {
  const t = translator(locale);
  const say = (key: string, values?: Record<string, string>) =>
    escapeHtml(t(`tracking.choose.${key}`, values));
  const company = contact.companyId === null ? undefined : (await cachedCompanies()).get(contact.companyId);
  const values = {
    person: contact.name ?? contact.email ?? contact.phone ?? t('tracking.you'),
    company: company?.name ?? t('tracking.sender'),
  };
  const rings = view.types.some(({ channels }) =>
    channels.some(({ channel }) => isKnown(channel) && getChannel(channel).rings),
  );
  // Whoever reads this page in another language does not change theirs by saving it.
  const own = contact.language?.slice(0, 2);
  const spoken = isLocale(own) ? own : locale;
  const parts = [
    isSaved ? `<p class="done" role="status">${say('saved')}</p>` : '',
    '<form method="post"><input type="hidden" name="does" value="save">',
    `<h2>${say('types')}</h2><p class="hint">${say('typesHint')}</p>`,
    ...view.types.map((type) => typeField(type, say)),
    rings ? quietFields(view, say) : '',
    `<h2>${say('languageTitle')}</h2><label for="language">${say('language')}</label>`,
    `<select id="language" name="language">${LOCALES.map((each) => option(each, escapeHtml(t(`tracking.choose.languages.${each}`)), each === spoken)).join('')}</select>`,
    `<p><button>${say('save')}</button></p></form>`,
    LOCALES.filter((each) => each !== locale)
      .map(
        (other) =>
          `<p><a lang="${other}" href="?lang=${other}">${escapeHtml(translator(other)('tracking.choose.inThis'))}</a></p>`,
      )
      .join(''),
  ];
  return visitorPage(locale, { name: 'choose', values, form: parts.join('\n') });
}

type Say = (key: string, values?: Record<string, string>) => string;

function typeField(type: PreferencesOfType, say: Say): string {
  const { key, title, required, channels } = type;
  const boxes = channels.map(({ channel, wanted }) => {
    const value = escapeHtml(`${key} ${channel}`);
    const state = `${wanted ? ' checked' : ''}${required ? ' disabled' : ''}`;
    const shown = required ? '' : `<input type="hidden" name="shown" value="${value}">`;
    return `${shown}<label class="choice"><input type="checkbox" name="wanted" value="${value}"${state}>${say(`channels.${channel}`)}</label>`;
  });
  const why = required ? `<p class="hint">${say('required')}</p>` : '';
  return `<fieldset><legend>${escapeHtml(title)}</legend><div class="beside">${boxes.join('')}</div>${why}${digestField(type, say)}</fieldset>`;
}

/** Where all of a type can come in one mail. */
function digestField({ key, required, collectable, digest, channels }: PreferencesOfType, say: Say): string {
  if (required || !collectable || !channels.some(({ channel }) => channel === 'email')) return '';
  const id = escapeHtml(`digest ${key}`);
  const options = ['', ...DIGESTS].map((each) =>
    option(each, say(`digests.${each || 'each'}`), each === (digest ?? '')),
  );
  return `<label for="${id}">${say('digest')}</label><select id="${id}" name="${id}">${options.join('')}</select>`;
}

function quietFields({ quietHours }: PreferencesView, say: Say): string {
  const select = (name: string, label: string, chosen: number | undefined) => {
    const hours = HOURS.map((hour) =>
      option(String(hour), `${String(hour).padStart(2, '0')}:00`, hour === chosen),
    );
    const none = option('', say('noQuiet'), chosen === undefined);
    return `<div><label for="${name}">${say(label)}</label><select id="${name}" name="${name}">${none}${hours.join('')}</select></div>`;
  };
  return [
    `<h2>${say('quietTitle')}</h2><p class="hint">${say('quietHint')}</p><div class="beside">`,
    select('quietFrom', 'quietFrom', quietHours?.fromHour),
    select('quietUntil', 'quietUntil', quietHours?.untilHour),
    '</div>',
  ].join('');
}

function option(value: string, label: string, isChosen: boolean): string {
  return `<option value="${value}"${isChosen ? ' selected' : ''}>${label}</option>`;
}
