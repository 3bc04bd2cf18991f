/**
 * The mail services that people write from. Whoever is a letter away from one of these almost always meant it, also where the wrong name
 * has a mail server: those who wait for slips of the pen have bought the likeliest ones.
 */
export const GIANTS = [
  'gmail.com',
  'hotmail.com',
  'outlook.com',
  'yahoo.com',
  'icloud.com',
  'googlemail.com',
  'protonmail.com',
  'hotmail.es',
  'outlook.es',
  'yahoo.es',
  'hotmail.fr',
  'yahoo.fr',
  'wanadoo.fr',
  'laposte.net',
  'yahoo.com.br',
  'yahoo.com.mx',
  'yahoo.com.ar',
  'hotmail.com.ar',
  'hotmail.com.br',
  'outlook.com.ar',
  'outlook.com.br',
  'fibertel.com.ar',
  'hotmail.de',
  'outlook.de',
  'yahoo.de',
  'freenet.de',
  't-online.de',
];

/** Services of some size, by country; short names are near many others, so they are only thought of where the domain has no mail server. */
export const COMMON = [
  ...GIANTS,
  // Everywhere
  'live.com',
  'msn.com',
  'aol.com',
  'me.com',
  'mac.com',
  'mail.com',
  'ymail.com',
  'proton.me',
  'gmx.com',
  'gmx.net',
  'zoho.com',
  'yandex.com',
  'fastmail.com',
  // Spain
  'telefonica.net',
  'movistar.es',
  'terra.es',
  'ono.com',
  'live.es',
  // Mexico
  'live.com.mx',
  'prodigy.net.mx',
  'outlook.com.mx',
  // Argentina
  'live.com.ar',
  'arnet.com.ar',
  'ciudad.com.ar',
  'speedy.com.ar',
  // Brazil
  'uol.com.br',
  'bol.com.br',
  'terra.com.br',
  'globo.com',
  'ig.com.br',
  // Germany, Austria, Switzerland
  'web.de',
  'gmx.de',
  'gmx.at',
  'gmx.ch',
  'arcor.de',
  'live.de',
  'bluewin.ch',
  // France
  'orange.fr',
  'free.fr',
  'sfr.fr',
  'live.fr',
  'bbox.fr',
  'outlook.fr',
  'neuf.fr',
  // Paraguay, Chile, Colombia, Peru
  'tigo.com.py',
  'personal.com.py',
  'hotmail.com.py',
  'live.cl',
  'hotmail.cl',
  'outlook.cl',
  'yahoo.com.co',
  'yahoo.com.pe',
];

/** What becomes of `.com` under hasty fingers. None of these is where a mail service has its mailboxes. */
export const SLIPS_OF_COM = [
  'con',
  'cmo',
  'ocm',
  'co',
  'cm',
  'om',
  'comm',
  'coom',
  'ccom',
  'cim',
  'cpm',
  'clm',
  'xom',
  'vom',
  'cok',
  'comn',
  'comb',
  'c0m',
  'coma',
];

/** Real ones that are a letter away from a giant. */
export const REAL_NEIGHBOURS = new Set([
  'gomail.com',
  'gemail.com',
  'incloud.com',
  'grail.com',
  'gmails.com',
  'hotmails.com',
]);
