'use client';

import { useDisclosure } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { DoableActions } from '@/components/layout/doable-actions';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { useMessageActions } from './use-message-actions';

const MoveTime = dynamic(() => import('./move-time').then((module) => module.MoveTime), { ssr: false });

type Props = { message: MessageDetail; onCorrect: (address: string) => void };

export function MessageControls({ message, onCorrect }: Props) {
  const [moving, { open, close }] = useDisclosure(false);
  const actions = useMessageActions(message, { correct: onCorrect, move: open });
  return (
    <>
      <DoableActions actions={actions} />
      {moving && <MoveTime message={message} onClose={close} />}
    </>
  );
}
