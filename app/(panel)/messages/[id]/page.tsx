import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { roleAllows } from '@/lib/roles';
import { MessagePage } from './message-page';

export async function generateMetadata() {
  return { title: (await getTranslations('messages'))('one') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const user = await requireUser();
  const { id } = await pathParams(params);
  return <MessagePage id={id} canEdit={roleAllows(user.role, 'technician')} />;
}
