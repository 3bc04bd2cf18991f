import { invalid } from '@/lib/errors';
import { readMailbox } from '@/lib/text/address';
import type { Draft } from './draft';
import { asObject } from './fields';
import { type Form, textsOf } from './form';

export const MAX_RECIPIENTS = 1000;

/**
 * With `recipient-variables` a message for each of `to`, in which `%recipient.name%` stands for what the variables of that one say; without them
 * one for all. https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/batch-sending
 */
export function perRecipient(form: Form, read: () => Draft): Draft[] {
  const [given] = textsOf(form, 'recipient-variables');
  const draft = read();
  if (!given) return [draft];
  const variables = variablesOf(given);
  const to = (draft.input.to ?? []) as string[];
  if (to.length === 0) throw invalid('to', 'required');
  if (to.length > MAX_RECIPIENTS) throw invalid('to', 'too_many', { max: MAX_RECIPIENTS });
  return to.map((one) => {
    const own = read();
    own.input.to = [one];
    const email = readMailbox(one)?.email ?? one;
    fill(own.input, { email, ...variables.get(email.toLowerCase()) });
    return own;
  });
}

type Values = Record<string, unknown>;

function variablesOf(given: string): Map<string, Values> {
  const at = 'recipient-variables';
  let read: unknown;
  try {
    read = JSON.parse(given);
  } catch {
    throw invalid(at, 'not_json');
  }
  return new Map(
    Object.entries(asObject(read, at)).map(([email, values]) => [
      email.toLowerCase(),
      asObject(values, `${at}.${email}`),
    ]),
  );
}

/** In what is shown, in headers and in what a template gets. What nobody gave stays as it stands, as there. */
function fill(input: Values, values: Values): void {
  for (const ours of ['subject', 'text', 'html', 'headers', 'variables'])
    if (input[ours] !== undefined) input[ours] = filled(input[ours], values);
}

function filled(value: unknown, values: Values): unknown {
  if (typeof value === 'string')
    return value.replace(/%recipient\.([\w-]{1,64})%/g, (whole, name: string) => {
      const given = Object.hasOwn(values, name) ? values[name] : undefined;
      return given === undefined || given === null ? whole : String(given);
    });
  if (Array.isArray(value)) return value.map((one) => filled(one, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, values)]));
}
