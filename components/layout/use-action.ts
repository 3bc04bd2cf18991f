'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { FieldError } from '@/lib/errors';
import type { Refusal } from '@/lib/refusals';
import { useConfirmSelf } from './confirm-self';
import { goToSignIn } from './go-to-sign-in';
import { nounKey } from './noun-key';
import { OnePress } from './one-press';
import { pressing } from './presses';
import { useErrorText } from './use-error-text';
import { useNotify } from './use-notify';

export type ActionError = {
  code: string;
  detail: string;
  errors?: FieldError[];
  reason?: Refusal;
  requestId?: string;
};
export type Result<T> = { ok: true; data: T } | { ok: false; error: ActionError };

type Options<T> = {
  /** Nouns whose reads are refreshed after a success: `['providers', 'status']`. */
  invalidates?: string[];
  onSuccess?: (data: T) => void | Promise<void>;
  /** Shown as a notification after a success; already translated. */
  success?: string | ((data: T) => string);
  /** Return true when the error has been shown (field errors of a form); else a notification tells it. */
  onError?: (error: ActionError) => boolean | undefined;
};

/** The one way a client component calls a server action. A double click is one press. */
export function useAction<Input, T>(action: (input: Input) => Promise<Result<T>>, options: Options<T> = {}) {
  const t = useTranslations('errors');
  const say = useErrorText();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const confirmSelf = useConfirmSelf();
  const [pending, setPending] = useState(false);

  const ask = useRef<typeof action>(null);
  ask.current = async (input) => {
    const press = () =>
      pressing(action(input)).catch((error) => explain(error, (code) => t.has(code as never)));
    const first = await press();
    const needsConfirming = !first.ok && first.error.code === 'confirmation_needed';
    const result = needsConfirming && (await confirmSelf()) ? await press() : first;
    // Whose session has ended goes to sign in with the next thing pressed, whatever it is.
    if (!result.ok && result.error.code === 'unauthorized') goToSignIn({ pressed: true });
    return result;
  };
  const presses = useRef<OnePress<Input, Result<T>>>(null);
  presses.current ??= new OnePress((input) => ask.current!(input));

  async function run(input: Input): Promise<Result<T>> {
    const { first, answer } = presses.current!.press(input);
    if (!first) return answer;
    setPending(true);
    const result = await answer.finally(() => setPending(false));
    if (result.ok) {
      await Promise.all(
        (options.invalidates ?? []).map((noun) => queryClient.invalidateQueries({ queryKey: nounKey(noun) })),
      );
      const { success } = options;
      if (success) notify(typeof success === 'function' ? success(result.data) : success, 'good');
      await options.onSuccess?.(result.data);
    } else if (!options.onError?.(result.error)) {
      notify(say(result.error), 'bad');
    }
    return result;
  }

  return { run, pending };
}

/** The server refuses some requests before an action runs: too large, or whoever sent it is no longer signed in. It says so in a word. */
function explain(error: unknown, isCode: (text: string) => boolean): { ok: false; error: ActionError } {
  // A redirect or a not-found travels as an exception that Next must see.
  if (typeof (error as { digest?: unknown } | null)?.digest === 'string') throw error;
  const { message } = error as Error;
  const code = isCode(message) ? message : 'offline';
  return { ok: false, error: { code, detail: 'No answer.' } };
}
