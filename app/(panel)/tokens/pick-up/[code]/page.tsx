import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { publicUrl } from '@/lib/env';
import { PickUpScreen } from './pick-up-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('tokens.pickUp'))('title') };
}

/** Shows nothing by itself: whatever opens links of mails opens this one, too. */
export default async function PickUpPage({ params }: { params: Promise<{ code: string }> }) {
  await requireUser();
  const { code } = await pathParams(params);
  return <PickUpScreen code={code} baseUrl={publicUrl()} />;
}
