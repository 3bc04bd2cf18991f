import { answerLive } from '@/lib/live/answer-live';

export const GET = answerLive;
