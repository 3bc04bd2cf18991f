'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';

export type Mode = 'admin' | 'technical';
type ModeState = { mode: Mode; technical: boolean; setMode: (mode: Mode) => void };

const ModeContext = createContext<ModeState>({
  mode: 'admin',
  technical: false,
  setMode: () => undefined,
});

/** Admin or Technical: the same page, drawn with less or more. Setting it here only draws; the switch also saves it. */
export function useMode(): ModeState {
  return useContext(ModeContext);
}

export function ModeProvider({ initial, children }: { initial: Mode; children: ReactNode }) {
  const [mode, setMode] = useState(initial);
  return <ModeContext value={{ mode, technical: mode === 'technical', setMode }}>{children}</ModeContext>;
}
