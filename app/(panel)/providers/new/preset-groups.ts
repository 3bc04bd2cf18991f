import { DEFAULT_CHANNEL } from '@/lib/channels/default-channel';
import type { PresetView, ProviderKindView } from '../provider-kind';

export type PresetChoice = { value: string; kind: string; channel: string; preset: PresetView };
export type PresetGroup = {
  name: 'services' | 'mailboxes' | 'sms' | 'whatsapp' | 'chat' | 'own';
  choices: PresetChoice[];
};

/** By channel; of email the server of one's own and the sandbox belong to nobody, the other presets of SMTP are mailboxes, the rest has an API. */
export function groupPresets(kinds: ProviderKindView[]): PresetGroup[] {
  const choices = kinds.flatMap(({ kind, channel, presets }) =>
    presets.map((preset) => ({ value: `${kind}.${preset.name}`, kind, channel, preset })),
  );
  const groupOf = ({ kind, channel, preset }: PresetChoice): PresetGroup['name'] => {
    if (channel === 'sms' || channel === 'whatsapp') return channel;
    if (channel !== DEFAULT_CHANNEL) return 'chat';
    if (kind === 'sandbox' || preset.name === 'own') return 'own';
    return kind === 'smtp' ? 'mailboxes' : 'services';
  };
  return (['own', 'services', 'mailboxes', 'sms', 'whatsapp', 'chat'] as const)
    .map((name) => ({ name, choices: choices.filter((choice) => groupOf(choice) === name) }))
    .filter((group) => group.choices.length > 0);
}
