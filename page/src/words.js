// What codes are called in plain English, and how dates and numbers are written.

export const KINDS = {
  country: 'Countries', organisation: 'Organisations', person: 'People', place: 'Places', event: 'Named events',
};

export const ONE = {country: 'country', organisation: 'organisation', person: 'person', place: 'place', event: 'named event'};

export const QUADS = {
  1: 'Verbal cooperation', 2: 'Material cooperation', 3: 'Verbal conflict', 4: 'Material conflict',
};

const EVENT_VERBS = {
  AGREE: 'agrees with', CONSULT: 'meets or talks with', SUPPORT: 'supports', COOPERATE: 'cooperates with', AID: 'aids',
  CONCEDE: 'yields to', RETREAT: 'withdraws from', REQUEST: 'asks', ACCUSE: 'accuses', REJECT: 'rejects',
  THREATEN: 'threatens', PROTEST: 'protests against', MOBILIZE: 'mobilises against', SANCTION: 'puts sanctions on',
  COERCE: 'coerces', ASSAULT: 'attacks',
};
const EVENT_NOUNS = {
  AGREE: 'agree', CONSULT: 'meet or talk', SUPPORT: 'give support', COOPERATE: 'cooperate', AID: 'give aid',
  CONCEDE: 'yield', RETREAT: 'withdraw', REQUEST: 'ask', ACCUSE: 'accuse', REJECT: 'reject', THREATEN: 'threaten',
  PROTEST: 'protest', MOBILIZE: 'mobilise', SANCTION: 'impose sanctions', COERCE: 'coerce', ASSAULT: 'use force',
};

const spaced = (word) => word.replaceAll('_', ' ');

/** "leads", "is not a member of". */
export function tie_phrase(tie) {
  if (tie.family === 'relation') {
    return (tie.negated ? 'not: ' : '') + (tie.past ? 'formerly ' : '') + type_name('relation', tie.type);
  }
  return EVENT_VERBS[tie.type] ?? spaced(tie.type.toLowerCase());
}

/** What several do without another at whom it is aimed. */
export function joint_phrase(tie) {
  return EVENT_NOUNS[tie.type] ?? spaced(tie.type.toLowerCase());
}

// Those that are not yet plain with blanks between their words.
const RELATION_WORDS = {
  member_of: 'is a member of', party_member: 'belongs to the party', citizen_of: 'is a citizen of', capital_of: 'is the capital of',
  part_of: 'is part of', agency_of: 'is a body of', spouse_of: 'is married to', relative_of: 'is a relative of',
  based_in: 'is based in', located_in: 'lies in', born_in: 'was born in', died_in: 'died in', educated_at: 'studied at',
  allied_with: 'is allied with',
};

/** With a capital first letter. */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The name of a type in lists. */
export function type_name(family, type) {
  if (family === 'relation') return RELATION_WORDS[type] ?? spaced(type);
  return capital(EVENT_NOUNS[type] ?? spaced(type.toLowerCase()));
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "2025-11-01" is "1 November 2025", "2025-11" is "November 2025". */
export function date_words(date, short = false) {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  if (!year) return '';
  if (!month) return String(year);
  const name = short ? MONTHS[month - 1]?.slice(0, 3) : MONTHS[month - 1];
  return (day ? `${day} ` : '') + `${name} ${year}`;
}

/** "1 Nov 2025 – 3 Nov 2025". */
export function span_words(first, last) {
  if (!first && !last) return '';
  if (!last || first === last) return date_words(first, true);
  if (!first) return date_words(last, true);
  return `${date_words(first, true)} – ${date_words(last, true)}`;
}

export const number_words = (number) => number.toLocaleString('en');
export const counted = (number, one, many = one + 's') => `${number_words(number)} ${number === 1 ? one : many}`;

const PLAIN_LETTERS = {ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i'};

/** Letters without case and marks, to compare what people type with names. */
export const folded = (text) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[łøđðþßæœı]/g, (letter) => PLAIN_LETTERS[letter]);
