import { readDueSources } from '@/lib/subject-sources/read';

export async function readSubjectSourcesTask(): Promise<void> {
  await readDueSources();
}
