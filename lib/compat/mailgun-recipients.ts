import { invalid } from '@/lib/errors';
import { MOST_TEXT, tooMuchText } from '@/lib/intake/accept-all';
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
  const room = new Room();
  return to.map((one) => {
    const own = read();
    own.input.to = [one];
    const email = readMailbox(one)?.email ?? one;
    fill(own.input, { email, ...variables.get(email.toLowerCase()) }, room);
    return own;
  });
}

/** For the texts of all of them: a form of a few megabytes would become gigabytes. @throws AppError payload_too_large */
class Room {
  private left = MOST_TEXT;

  take(letters: number): void {
    this.left -= letters;
    if (this.left < 0) throw tooMuchText();
  }
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
function fill(input: Values, values: Values, room: Room): void {
  for (const ours of ['subject', 'text', 'html', 'headers', 'variables'])
    if (input[ours] !== undefined) input[ours] = filled(input[ours], values, room);
}

function filled(value: unknown, values: Values, room: Room): unknown {
  if (typeof value === 'string') {
    room.take(value.length);
    return value.replace(/%recipient\.([\w-]{1,64})%/g, (whole, name: string) => {
      const given = Object.hasOwn(values, name) ? values[name] : undefined;
      if (given === undefined || given === null) return whole;
      const text = String(given);
      room.take(text.length);
      return text;
    });
  }
  if (Array.isArray(value)) return value.map((one) => filled(one, values, room));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, values, room)]));
}
