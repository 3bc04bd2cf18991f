'use client';

import { useAction } from '@/components/layout/use-action';
import { deleteProviderAction } from '../actions';
import type { ProviderKindView } from '../provider-kind';
import { PresetPicker } from './preset-picker';
import type { Wizard } from './use-wizard';

/** Another service means other fields: what was typed for the one before goes. */
export function StepChoose({ kinds, wizard }: { kinds: ProviderKindView[]; wizard: Wizard }) {
  const remove = useAction(deleteProviderAction, { invalidates: ['providers', 'status'] });
  const choose = async (choice: string) => {
    const { draft, provider } = wizard;
    if (choice === draft.choice) return wizard.go('basics');
    // Begun with another service and never in use: a provider cannot change its kind.
    if (provider && !(await remove.run({ id: provider.id })).ok) return;
    wizard.saved(null);
    wizard.go('basics', { choice, providerId: null, values: null });
  };
  return (
    <PresetPicker kinds={kinds} chosen={wizard.draft.choice} onChoose={(choice) => void choose(choice)} />
  );
}
