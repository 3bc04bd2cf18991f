'use client';

import type { NotificationData } from '@mantine/notifications';
import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useContext, useState } from 'react';

type Show = (toast: NotificationData) => void;

const ToastContext = createContext<Show>(() => undefined);
const load = () => import('@mantine/notifications');
const Notifications = dynamic(() => load().then((module) => module.Notifications), { ssr: false });

/** What shows toasts is fetched with the first one. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState(false);
  const [show] = useState(() => async (toast: NotificationData) => {
    setWanted(true);
    (await load()).notifications.show(toast);
  });
  return (
    <ToastContext value={show}>
      {children}
      {wanted && <Notifications position="bottom-right" autoClose={6000} />}
    </ToastContext>
  );
}

export function useToast(): Show {
  return useContext(ToastContext);
}
