import { NotFoundNotice } from '@/components/layout/notice';

export default function NotFound() {
  return (
    <main>
      <NotFoundNotice />
    </main>
  );
}
