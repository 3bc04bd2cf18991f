import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { may } from '@/lib/permissions';
import { MessageScreen } from './message-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('messages'))('one') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const user = await requireUser();
  const { id } = await pathParams(params);
  return <MessageScreen id={id} canEdit={may(user.role, 'messages.write')} />;
}
