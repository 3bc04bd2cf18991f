'use client';

import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '@/components/layout/api';
import { useAction } from '@/components/layout/use-action';
import { deleteProviderAction } from '../actions';
import { mayStandIn } from '../may-stand-in';
import type { ProviderKindView } from '../provider-kind';
import { freeName } from './free-name';
import { usePresetLabel } from './preset-label';
import { PresetPicker } from './preset-picker';
import type { Wizard } from './use-wizard';
import { findChoice, fromDraft, toDraftValues } from './wizard-values';

/** Another service means other fields: what was typed for the one before goes. */
export function StepChoose({ kinds, wizard }: { kinds: ProviderKindView[]; wizard: Wizard }) {
  const label = usePresetLabel();
  const { data } = useQuery(apiQuery('providers'));
  const remove = useAction(deleteProviderAction, { invalidates: ['providers', 'status'] });
  const choose = async (name: string) => {
    const { draft, provider } = wizard;
    const choice = findChoice(kinds, name);
    if (!choice || name === draft.choice) return wizard.go('basics');
    // Begun with another service and never in use: a provider cannot change its kind.
    if (provider && !(await remove.run({ id: provider.id })).ok) return;
    // Its draft went with it: this is the next one.
    if (provider) await wizard.forget();
    const others = (data?.data ?? []).filter(({ id }) => id !== provider?.id).map((each) => each.name);
    const fresh = fromDraft({ ...draft, values: null }, choice, freeName(label(choice.preset), others), null);
    wizard.go('basics', {
      choice: name,
      providerId: null,
      backupFor: draft.backupFor,
      values: toDraftValues(fresh),
    });
  };
  const backed = data?.data.find(({ id }) => id === wizard.draft.backupFor?.id);
  const offered = backed ? kinds.filter(({ kind }) => mayStandIn({ id: '', kind }, backed)) : kinds;
  return <PresetPicker kinds={offered} chosen={wizard.draft.choice} onChoose={(name) => void choose(name)} />;
}
