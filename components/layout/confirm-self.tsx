'use client';

import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import { OnceOpened } from './once-opened';

type Ask = () => Promise<boolean>;
/** What asks for it, and tells when it was shown. */
type Asking = (props: { opened: boolean; onClose: () => void; onDone: () => void }) => ReactNode;

const ConfirmSelfContext = createContext<{ ask: Ask; isAsking: boolean }>({
  ask: async () => false,
  isAsking: false,
});

/** Asks who is signed in to show that it is still they; true once they have. Called by `useAction`, for whatever needs it. */
export function useConfirmSelf(): Ask {
  return useContext(ConfirmSelfContext).ask;
}

/** A window below must not close with this one. */
export function useIsAskingSelf(): boolean {
  return useContext(ConfirmSelfContext).isAsking;
}

/** `window`: drawn from the fields of forms, which know this. */
export function ConfirmSelfProvider({ window: Asked, children }: { window: Asking; children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const asked = useRef<{ promise: Promise<boolean>; answer: (done: boolean) => void }>(null);

  // Two that need it at once are asked once.
  const ask: Ask = () => {
    if (asked.current) return asked.current.promise;
    let answer: (done: boolean) => void = () => undefined;
    const promise = new Promise<boolean>((resolve) => {
      answer = resolve;
    });
    asked.current = { promise, answer };
    setOpened(true);
    setIsAsking(true);
    return promise;
  };
  const settle = (done: boolean) => {
    asked.current?.answer(done);
    asked.current = null;
    setOpened(false);
    // One press of Escape is heard by every window that is open: the one below must still know of this one, or it would close, too.
    setTimeout(() => setIsAsking(asked.current !== null));
  };

  return (
    <ConfirmSelfContext value={{ ask, isAsking }}>
      {children}
      <OnceOpened opened={opened}>
        <Asked opened={opened} onClose={() => settle(false)} onDone={() => settle(true)} />
      </OnceOpened>
    </ConfirmSelfContext>
  );
}
