'use client';

import { ErrorNotice } from '@/components/layout/notice';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function PanelErrorPage({ error, reset }: Props) {
  return <ErrorNotice digest={error.digest} onRetry={reset} />;
}
