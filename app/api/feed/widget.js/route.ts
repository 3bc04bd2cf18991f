import { answerWidget } from '@/lib/feed/answer-widget';

export const GET = answerWidget;
