import { type ReadDocument, readDocument, withLine } from '@/components/json/json-document';
import { type FieldError, fieldError } from '@/lib/errors';
import { ProviderPatch, type ProviderView } from '@/lib/providers/schema';

const MASK = '••••';

/** Everything of a provider that can be changed, with masks where its secrets would be. */
export function toDocument(provider: ProviderView): string {
  const { name, kind, active, settings, secrets, fromEmail, fromName, priority, weight, fallback } = provider;
  const { costPerMessage, monthlyFee, budget, limits, overrides, timeZone, categories } = provider;
  const { senderDomains, recipientDomains } = provider;
  const masks = Object.fromEntries(Object.entries(secrets).map(([key, { last4 }]) => [key, MASK + last4]));
  const { version } = provider;
  const document = { name, kind, active, settings, secrets: masks, fromEmail, fromName };
  const routing = { priority, weight, fallback, categories, senderDomains, recipientDomains };
  const rest = { ...routing, costPerMessage, monthlyFee, budget, limits, overrides, timeZone, version };
  return JSON.stringify({ ...document, ...rest }, null, 2);
}

/** The document as a patch by the API's own schema. A mask means the stored secret stays, so it is not sent. */
export function readProvider(text: string, provider: ProviderView): ReadDocument<ProviderPatch> {
  const document = readDocument(text, ProviderPatch, (value) => withoutMasks(value, provider));
  const broken = document.ok ? brokenMasks(document.patch.secrets) : [];
  return broken.length > 0 ? { ok: false, errors: broken.map((error) => withLine(error, text)) } : document;
}

function withoutMasks(value: unknown, provider: ProviderView): unknown {
  const secrets = (value as { secrets?: unknown } | null)?.secrets;
  if (typeof secrets !== 'object' || secrets === null || Array.isArray(secrets)) return value;
  const typed = Object.entries(secrets).filter(
    ([name, secret]) => !(provider.secrets[name] && secret === MASK + provider.secrets[name].last4),
  );
  return { ...(value as object), secrets: Object.fromEntries(typed) };
}

/** A mask that was changed in part is no secret. */
function brokenMasks(secrets: ProviderPatch['secrets']): FieldError[] {
  return Object.entries(secrets ?? {})
    .filter(([, secret]) => secret?.includes(MASK))
    .map(([name]) => fieldError(`secrets.${name}`, 'mask'));
}
