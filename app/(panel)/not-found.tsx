import { NotFoundNotice } from '@/components/layout/notice';

export default function PanelNotFound() {
  return <NotFoundNotice />;
}
