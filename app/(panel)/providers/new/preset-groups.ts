import type { PresetView, ProviderKindView } from '../provider-kind';

export type PresetChoice = { value: string; kind: string; preset: PresetView };
export type PresetGroup = { name: 'services' | 'mailboxes' | 'own'; choices: PresetChoice[] };

/** The server of one's own and the sandbox belong to nobody; the other presets of SMTP are mailboxes; the rest has an API. */
export function groupPresets(kinds: ProviderKindView[]): PresetGroup[] {
  const choices = kinds.flatMap(({ kind, presets }) =>
    presets.map((preset) => ({ value: `${kind}.${preset.name}`, kind, preset })),
  );
  const groupOf = ({ kind, preset }: PresetChoice): PresetGroup['name'] => {
    if (kind === 'sandbox' || preset.name === 'own') return 'own';
    return kind === 'smtp' ? 'mailboxes' : 'services';
  };
  return (['own', 'services', 'mailboxes'] as const)
    .map((name) => ({ name, choices: choices.filter((choice) => groupOf(choice) === name) }))
    .filter((group) => group.choices.length > 0);
}
