import { describe, expect, it } from 'vitest';
import { messagesOf } from '@/lib/i18n/messages';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { SECTIONS } from './sections';
import { SettingsInput, settingPaths } from './settings-values';

type Texts = { [key: string]: Texts | string };

const sections = Object.values(SECTIONS).flat();
const placed = sections.flatMap(({ fields, technical }) => [...fields, ...technical]);
/** The keys are the same in every language, which another test sees to. */
const texts = messagesOf('en').settings as Record<string, Texts>;

describe('the settings page', () => {
  it('has a place for every setting, and one only', () => {
    expect(placed.toSorted()).toEqual(settingPaths().toSorted());
  });

  it('names every setting and every section', () => {
    const labelled = (path: string) => (texts.fields![path.replaceAll('.', '_')] as Texts | undefined)?.label;
    expect(placed.filter((path) => !labelled(path))).toEqual([]);
    expect(sections.filter(({ key }) => !(texts.sections![key] as Texts | undefined)?.help)).toEqual([]);
  });

  it('explains what an administrator sees', () => {
    const shown = sections.flatMap(({ fields }) => fields);
    const help = (path: string) => (texts.fields![path.replaceAll('.', '_')] as Texts).help;
    expect(shown.filter((path) => !help(path))).toEqual([]);
  });
});

describe('SettingsInput', () => {
  it('takes what is stored', () => {
    expect(SettingsInput.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  it('does not fill an emptied field with the default', () => {
    const { days: _emptied, ...retention } = DEFAULT_SETTINGS.delivery.retention;
    const values = { ...DEFAULT_SETTINGS, delivery: { ...DEFAULT_SETTINGS.delivery, retention } };
    const { error } = SettingsInput.safeParse(values);
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['delivery.retention.days']);
  });
});
