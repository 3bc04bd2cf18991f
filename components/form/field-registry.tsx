'use client';

import { createContext, type ReactNode, use, useEffect, useMemo, useRef } from 'react';

type Labels = Map<string, string>;
const Registry = createContext<Labels | null>(null);

/** Which fields stand on the page and how they are called, so that an error can be shown where it belongs. */
export function FieldRegistry({ children }: { children: (labels: Labels) => ReactNode }) {
  const labels = useRef<Labels>(new Map());
  const value = useMemo(() => labels.current, []);
  return <Registry value={value}>{children(value)}</Registry>;
}

export function useRegisterField(name: string, label: string): void {
  const labels = use(Registry);
  useEffect(() => {
    labels?.set(name, label);
    return () => {
      labels?.delete(name);
    };
  }, [labels, name, label]);
}
