import { z } from 'zod';
import type { JsonSchema } from '@/components/form/schema-model';
import { DEFAULT_CHANNEL } from '@/lib/channels/default-channel';
import { DRAFT_STEPS, type DraftStep, type ProviderDraft } from '@/lib/providers/draft-schema';
import { ProviderInput, type ProviderView } from '@/lib/providers/schema';
import { emailAddress } from '@/lib/validation';
import { isNeeded } from '../needed-secrets';
import type { ProviderKindView } from '../provider-kind';

type Needs = { kind: ProviderKindView; stored: ProviderView | null };
type StepSchema = z.ZodType<ProviderInput, ProviderInput>;

type Step = {
  name: DraftStep;
  /** Whether one may go there with what is known so far. */
  open: (draft: ProviderDraft) => boolean;
  /** What must be right before one goes on; steps without a form have none. */
  schema?: (needs: Needs) => StepSchema;
};

/** The way from nothing to a provider that sends. Both forms judge by the schema of the API, narrowed by the kind's own. */
export const STEPS: readonly Step[] = [
  { name: 'choose', open: () => true },
  { name: 'basics', open: (draft) => draft.choice !== null, schema: basicsSchema },
  { name: 'advanced', open: isSaved, schema: () => asStep(ProviderInput) },
  { name: 'test', open: isSaved },
  { name: 'finish', open: isSaved },
];

/** The wanted step, or the last one before it that is open. */
export function openStep(draft: ProviderDraft, wanted: DraftStep): DraftStep {
  const upTo = STEPS.slice(0, DRAFT_STEPS.indexOf(wanted) + 1);
  return upTo.findLast((step) => step.open(draft))?.name ?? 'choose';
}

function isSaved(draft: ProviderDraft): boolean {
  return draft.providerId !== null;
}

/** A sender of mail is asked for here, though the API does without: the first test message needs one. Those of other channels are settings. */
function basicsSchema({ kind, stored }: Needs): StepSchema {
  return asStep(
    ProviderInput.extend({
      settings: fromKind(kind.settings),
      secrets: fromKind(withoutStored(kind.secrets, stored)),
      ...(kind.channel === DEFAULT_CHANNEL && { fromEmail: emailAddress }),
    }),
  );
}

/** Patterns stay with the server, which names in words what a pattern wants. */
function fromKind(schema: JsonSchema) {
  const plain = JSON.stringify(schema, (key, value) => (key === 'pattern' ? undefined : value));
  return z.fromJSONSchema(JSON.parse(plain)) as z.ZodType<Record<string, unknown>>;
}

/** What is stored need not be typed again. */
function withoutStored(secrets: JsonSchema, stored: ProviderView | null): JsonSchema {
  const required = Object.keys(secrets.properties ?? {}).filter((name) => isNeeded(name, secrets));
  return { ...secrets, required: required.filter((name) => !stored?.secrets[name]) };
}

function asStep(schema: z.ZodType): StepSchema {
  return schema as unknown as StepSchema;
}
