import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { RuleScreen } from './rule-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('rules'))('one') };
}

export default async function RulePage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  return <RuleScreen id={id} />;
}
