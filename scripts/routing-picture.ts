import type { Locale } from '@/lib/i18n/locales';

type Words = {
  title: string;
  steps: [title: string, lines: string[]][];
  answers: [answer: string, then: string][];
  parked: string;
};

const WORDS: Record<Locale, Words> = {
  en: {
    title: 'How a provider is chosen',
    steps: [
      ['A message is due', ['scheduled, new, or to be tried again']],
      [
        'Who is passed over',
        ['paused · another company, channel, sender', 'cannot carry it · rests after faults · no room'],
      ],
      [
        'Who comes first',
        ['urgent: by priority · else by strategy', 'priority, cost, reliability, speed, balanced'],
      ],
      ['The first one is asked', ['at its pace, with its time-out']],
    ],
    answers: [
      ['takes it', 'sent'],
      ['fault · cannot carry', 'the next one, at once'],
      ['not now', 'later: 5, 15, 30 min'],
      ['address gone · content', 'it ends there'],
      ['silent after the body', 'never blindly the next'],
    ],
    parked: 'Nobody left, tries used up: parked. Kept, in sight, sent when a provider works again.',
  },
  es: {
    title: 'Cómo se elige un proveedor',
    steps: [
      ['Le toca a un mensaje', ['programado, nuevo, o para intentar de nuevo']],
      [
        'A quién se deja de lado',
        ['en pausa · otra empresa, canal, remitente', 'no lo puede llevar · descansa · sin lugar'],
      ],
      [
        'Quién va primero',
        [
          'urgente: por prioridad · si no, la estrategia',
          'prioridad, costo, confiabilidad, rapidez, equilibrio',
        ],
      ],
      ['Se le pregunta al primero', ['a su ritmo, con su tiempo de espera']],
    ],
    answers: [
      ['lo toma', 'enviado'],
      ['falla · no lo lleva', 'al siguiente, ya'],
      ['ahora no', 'después: 5, 15, 30 min'],
      ['no existe · contenido', 'termina ahí'],
      ['calla tras el cuerpo', 'nunca a ciegas a otro'],
    ],
    parked: 'Nadie más y sin intentos: retenido. Guardado, a la vista; sale cuando un proveedor vuelve.',
  },
};

const WIDTH = 720;
const STEP = { width: 420, height: 74, gap: 30 };
const ANSWER = { width: 132, height: 76, gap: 9 };
const MARGIN = 16;
/** Readable on a light and on a dark page: it brings its own ground. */
const INK = '#1c1c25';
const SOFT = '#4d4d5b';
const LINE = '#9b9ba8';
const ACCENT = '#5653cf';

/** How a provider is chosen, as a picture for the guides: `npm run pictures` writes it, and a test compares. */
export function drawRouting(language: Locale): string {
  const { title, steps, answers, parked } = WORDS[language];
  const answersTop = MARGIN + steps.length * (STEP.height + STEP.gap) + 14;
  const parkedTop = answersTop + ANSWER.height + 22;
  const height = parkedTop + 40 + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="Geist, 'Segoe UI', Helvetica, Arial, sans-serif">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${height}" rx="12" fill="#ffffff"/>`,
    ...steps.map(([title, lines], at) => drawStep(title, lines, MARGIN + at * (STEP.height + STEP.gap))),
    ...answers.map(([answer, then], at) => drawAnswer(answer, then, at, answersTop)),
    box(MARGIN, parkedTop, WIDTH - 2 * MARGIN, 40, '#f4f4f6', LINE),
    text(WIDTH / 2, parkedTop + 25, parked, 13, SOFT),
    '</svg>\n',
  ].join('\n');
}

function drawStep(title: string, lines: string[], top: number): string {
  const left = (WIDTH - STEP.width) / 2;
  return [
    box(left, top, STEP.width, STEP.height, '#f1f1fd', ACCENT),
    text(WIDTH / 2, top + (lines.length > 1 ? 24 : 32), title, 15, INK, 600),
    ...lines.map((line, at) =>
      text(WIDTH / 2, top + (lines.length > 1 ? 43 : 53) + at * 18, line, 12.5, SOFT),
    ),
    arrow(WIDTH / 2, top + STEP.height, WIDTH / 2, top + STEP.height + STEP.gap - 4),
  ].join('\n');
}

function drawAnswer(answer: string, then: string, at: number, top: number): string {
  const left = MARGIN + at * (ANSWER.width + ANSWER.gap) - 4;
  const middle = left + ANSWER.width / 2;
  return [
    box(left, top, ANSWER.width, ANSWER.height, '#ffffff', LINE),
    text(middle, top + 30, answer, 11, INK, 600),
    text(middle, top + 54, then, 12, ACCENT),
  ].join('\n');
}

const box = (x: number, y: number, width: number, height: number, fill: string, stroke: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="9" fill="${fill}" stroke="${stroke}"/>`;

const text = (x: number, y: number, words: string, size: number, fill: string, weight = 400) =>
  `<text x="${x}" y="${y}" text-anchor="middle" font-size="${size}" font-weight="${weight}" fill="${fill}">${words}</text>`;

const arrow = (x: number, y: number, toX: number, toY: number) =>
  `<path d="M${x} ${y} L${toX} ${toY} m-5 -7 l5 7 l5 -7" fill="none" stroke="${LINE}" stroke-width="1.5"/>`;
