'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { Result } from '@/components/layout/use-action';
import { PASSWORD_MAX, PASSWORD_MIN } from '@/lib/auth/schema';
import type { FlawText } from '@/lib/flaws';

export type JudgePassword = (input: {
  password: string;
  name?: string;
  email?: string;
}) => Promise<Result<FlawText | null>>;

const PAUSE_MS = 400;

/** What is wrong with it, null for nothing; undefined while that is not known. Asked of the server, in the pauses of who types. */
export function useJudgedPassword(
  password: string,
  judge: (password: string) => ReturnType<JudgePassword>,
): FlawText | null | undefined {
  const [settled] = useDebouncedValue(password, PAUSE_MS);
  const [judged, setJudged] = useState<{ password: string; flaw: FlawText | null }>();
  const ask = useRef(judge);
  ask.current = judge;
  useEffect(() => {
    if (settled.length < PASSWORD_MIN || settled.length > PASSWORD_MAX) return;
    let stale = false;
    ask
      .current(settled)
      .then((answer) => {
        if (answer.ok && !stale) setJudged({ password: settled, flaw: answer.data });
      })
      // It is judged again when the form is sent.
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [settled]);
  return judged?.password === password ? judged.flaw : undefined;
}
